/**
 * Work on many machines, as the program sees it; what carries it out is not everybody's and is
 * found at run time.
 */
@org.jspecify.annotations.NullMarked
package stoffprobe.cluster;

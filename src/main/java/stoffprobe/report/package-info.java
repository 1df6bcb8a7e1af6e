/** One HTML report that shows what the other stages computed; it never computes a metric itself. */
@NullMarked
package stoffprobe.report;

import org.jspecify.annotations.NullMarked;

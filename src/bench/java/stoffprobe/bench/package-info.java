/** The benchmark, {@code make bench}: this project against its peer, in one run on one machine. */
@NullMarked
package stoffprobe.bench;

import org.jspecify.annotations.NullMarked;

/**
 * The peer's side of the benchmark: the same networks in Deep Java Library on libtorch. Compiled by
 * profile {@code bench} alone.
 */
@NullMarked
package stoffprobe.bench.peer;

import org.jspecify.annotations.NullMarked;

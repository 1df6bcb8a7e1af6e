/** The record of a benchmark: the machine, {@code bench.json}, the table. */
@NullMarked
package stoffprobe.bench.record;

import org.jspecify.annotations.NullMarked;

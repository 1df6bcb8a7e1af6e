/** What was measured, and what follows from it: medians, percentiles, ratios, the limit. */
@NullMarked
package stoffprobe.bench.figures;

import org.jspecify.annotations.NullMarked;

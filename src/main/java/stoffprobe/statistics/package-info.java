/** Pure functions: confusion, intervals, tests, calibration; usable without TensorFlow. */
@NullMarked
package stoffprobe.statistics;

import org.jspecify.annotations.NullMarked;

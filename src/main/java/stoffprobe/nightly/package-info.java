/**
 * Reproducibility runs: a cold run compared with a baseline bit by bit, a verdict that tells a
 * drift from noise, and the history of all nights.
 */
@NullMarked
package stoffprobe.nightly;

import org.jspecify.annotations.NullMarked;

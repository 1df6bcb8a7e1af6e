/** Predictions, metrics and comparisons of the trained models. */
@NullMarked
package stoffprobe.evaluate;

import org.jspecify.annotations.NullMarked;

/** The training stages, one a model: history, weights, saved model. */
@NullMarked
package stoffprobe.train;

import org.jspecify.annotations.NullMarked;

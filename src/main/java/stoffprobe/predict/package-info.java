/** The small public API: open a saved model, classify images. */
@NullMarked
package stoffprobe.predict;

import org.jspecify.annotations.NullMarked;

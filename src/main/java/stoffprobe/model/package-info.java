/**
 * Layer list to TensorFlow graph, and saved models; with train the only package that knows
 * TensorFlow.
 */
@NullMarked
package stoffprobe.model;

import org.jspecify.annotations.NullMarked;

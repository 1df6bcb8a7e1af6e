package stoffprobe.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What a batch's mean cross-entropy is computed from, and its gradient, as operations. With p the
 * softmax of an image's logits, t its label as one-hot vector and w its share of the mean: the loss
 * is the sum over the images of -w t ln p, the gradient w (p - t).
 *
 * <p>From the logarithm of the softmax and not by TensorFlow's operation for all of it, as that has
 * no deterministic kernel for GPUs. The sum is left to {@link BatchTensors#loss}: a step is short,
 * and each operation in it costs some microseconds whatever it computes.
 *
 * @param logarithms ln p, float32 {@code [b, k]}
 * @param gradient d loss / d logits, float32 {@code [b, k]}
 */
record CrossEntropy(Operand<TFloat32> logarithms, Operand<TFloat32> gradient) {

  /**
   * Adds the operations.
   *
   * @param logits float32 {@code [b, k]}
   * @param targets w t, float32 {@code [b, k]}
   * @param shares w, float32 {@code [b, 1]}
   */
  static CrossEntropy of(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets, Operand<TFloat32> shares) {
    Operand<TFloat32> logarithms = tf.nn.logSoftmax(logits);
    Operand<TFloat32> probabilities = tf.math.exp(logarithms);
    return new CrossEntropy(logarithms, tf.math.sub(tf.math.mul(probabilities, shares), targets));
  }
}

package stoffprobe.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * A batch's mean cross-entropy and its gradient, as operations. With p the softmax of an image's
 * logits, t its label as one-hot vector and w its share of the mean: the sum over the images of -w
 * t ln p, and w (p - t).
 *
 * <p>From the logarithm of the softmax and not by TensorFlow's operation for all of it, as that has
 * no deterministic kernel for GPUs.
 *
 * @param loss scalar
 * @param gradient d loss / d logits, float32 {@code [b, k]}
 */
record CrossEntropy(Operand<TFloat32> loss, Operand<TFloat32> gradient) {

  /**
   * Adds the operations.
   *
   * @param logits float32 {@code [b, k]}
   * @param labels uint8 {@code [b]}, 0 to k - 1
   * @param shares float32 {@code [b, 1]}: what each image counts for in the mean
   */
  static CrossEntropy of(
      Ops tf, Operand<TFloat32> logits, Operand<TUint8> labels, Operand<TFloat32> shares) {
    int classes = Math.toIntExact(logits.shape().get(1));
    Operand<TFloat32> targets =
        tf.oneHot(labels, tf.constant(classes), tf.constant(1f), tf.constant(0f)); // [b, k]
    Operand<TFloat32> logarithms = tf.nn.logSoftmax(logits); // [b, k]
    Operand<TFloat32> weighted = tf.math.mul(targets, shares); // [b, k]
    Operand<TFloat32> sum = tf.sum(tf.math.mul(weighted, logarithms), tf.array(0, 1));
    Operand<TFloat32> probabilities = tf.math.exp(logarithms);
    return new CrossEntropy(
        tf.math.neg(sum), tf.math.sub(tf.math.mul(probabilities, shares), weighted));
  }
}

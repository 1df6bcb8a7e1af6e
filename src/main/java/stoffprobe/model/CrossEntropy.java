package stoffprobe.model;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The cross-entropy of each image, natural logarithm.
 *
 * <p>TensorFlow has one operation for it, but none of its GPU kernels is deterministic: under
 * {@code TF_DETERMINISTIC_OPS} it fails ("The GPU implementation of SoftmaxCrossEntropyWithLogits
 * that would have been executed is not deterministic"). On a GPU it is therefore put together from
 * a logarithmic softmax and a sum, as TensorFlow's own Python interface does there. The CPU keeps
 * the one operation, and so its bits.
 */
final class CrossEntropy {

  private CrossEntropy() {}

  /**
   * The cross-entropies, float32 {@code [b]}.
   *
   * @param logits float32 {@code [b, k]}
   * @param targets float32 {@code [b, k]}, one 1 a row
   * @param gpu whether a GPU computes
   */
  static Operand<TFloat32> each(
      Ops tf, Operand<TFloat32> logits, Operand<TFloat32> targets, boolean gpu) {
    if (!gpu) {
      return tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss();
    }
    Operand<TFloat32> products = tf.math.mul(targets, tf.nn.logSoftmax(logits)); // [b, k]
    return tf.math.neg(tf.reduceSum(products, tf.constant(1)));
  }
}

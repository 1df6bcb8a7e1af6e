package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1) as PyTorch computes it: with t the step,
 *
 * <pre>
 *   m = beta1 m + (1 - beta1) g        v = beta2 v + (1 - beta2) g^2
 *   w = w - rate / (1 - beta1^t) * m / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>TensorFlow's {@code ApplyAdam} takes the powers of beta as inputs, and its epsilon stands
 * outside the correction of v. Keeping the powers in variables is where the framework's own
 * optimizer goes wrong: nothing orders their update after their use. So the powers are not in the
 * graph: the correction goes into the rate and epsilon of each step ({@link #rate}, {@link
 * #epsilon}), computed here in double, and the operation gets powers of zero.
 */
final class Adam implements UpdateRule {

  /** As float32, which is what the operation computes with; the correction has to match it. */
  private static final float BETA1 = 0.9f;

  private static final float BETA2 = 0.999f;
  private static final double EPSILON = 1e-8;

  private final List<BlockedTensor> means;
  private final List<BlockedTensor> squares;
  private final Operand<TFloat32> beta1;
  private final Operand<TFloat32> beta2;
  private final Operand<TFloat32> noPower;

  /** Adds the moments of {@code parameters} to the graph, in blocks as these are. */
  Adam(Ops tf, List<BlockedTensor> parameters) {
    this.beta1 = tf.constant(BETA1);
    this.beta2 = tf.constant(BETA2);
    this.noPower = tf.constant(0f);
    this.means = BlockedTensor.likeEach(tf, "mean", parameters);
    this.squares = BlockedTensor.likeEach(tf, "square", parameters);
  }

  @Override
  public Operand<TFloat32> update(
      Ops tf,
      int parameter,
      int block,
      Operand<TFloat32> value,
      Operand<TFloat32> gradient,
      List<? extends Operand<TFloat32>> scalars) {
    return tf.train.applyAdam(
        value,
        means.get(parameter).variables().get(block),
        squares.get(parameter).variables().get(block),
        noPower,
        noPower,
        scalars.get(0),
        beta1,
        beta2,
        scalars.get(1),
        gradient);
  }

  /** The running means m and v of each parameter, in turn. */
  @Override
  public List<BlockedTensor> moments() {
    List<BlockedTensor> moments = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      moments.add(means.get(i));
      moments.add(squares.get(i));
    }
    return moments;
  }

  /** The rate to feed in step {@code t}, which counts from 1. */
  static float rate(double learningRate, long t) {
    return (float) (learningRate * correction2(t) / (1 - Math.pow(BETA1, (double) t)));
  }

  /** The epsilon to feed in step {@code t}, which counts from 1. */
  static float epsilon(long t) {
    return (float) (EPSILON * correction2(t));
  }

  private static double correction2(long t) {
    return Math.sqrt(1 - Math.pow(BETA2, (double) t));
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
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
final class Adam {

  /** As float32, which is what the operation computes with; the correction has to match it. */
  private static final float BETA1 = 0.9f;

  private static final float BETA2 = 0.999f;
  private static final double EPSILON = 1e-8;

  private final List<Op> updates = new ArrayList<>();
  private final List<Variable<TFloat32>> moments = new ArrayList<>();

  /**
   * Adds the updates to the graph.
   *
   * @param gradients one a variable; all are computed before the first variable changes, as
   *     variables are read in place and an early update would change gradients still being computed
   * @param rate scalar, fed with {@link #rate}
   * @param epsilon scalar, fed with {@link #epsilon}
   */
  Adam(
      Ops tf,
      List<Variable<TFloat32>> variables,
      List<? extends Operand<TFloat32>> gradients,
      Operand<TFloat32> rate,
      Operand<TFloat32> epsilon) {
    List<Op> computed = List.copyOf(gradients);
    Ops after = tf.withControlDependencies(computed);
    Operand<TFloat32> noPower = tf.constant(0f);
    for (int i = 0; i < variables.size(); i++) {
      Variable<TFloat32> variable = variables.get(i);
      Variable<TFloat32> m = tf.variable(variable.shape(), TFloat32.class);
      Variable<TFloat32> v = tf.variable(variable.shape(), TFloat32.class);
      moments.add(m);
      moments.add(v);
      updates.add(
          after.train.applyAdam(
              variable,
              m,
              v,
              noPower,
              noPower,
              rate,
              tf.constant(BETA1),
              tf.constant(BETA2),
              epsilon,
              gradients.get(i)));
    }
  }

  /** The operations that update the variables; run all of them in one step. */
  List<Op> updates() {
    return updates;
  }

  /** The running means m and v; zero before the first step. */
  List<Variable<TFloat32>> moments() {
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

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
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
final class Adam {

  /** As float32, which is what the operation computes with; the correction has to match it. */
  private static final float BETA1 = 0.9f;

  private static final float BETA2 = 0.999f;
  private static final double EPSILON = 1e-8;

  private final Ops tf;
  private final List<ColumnBlocks> means = new ArrayList<>();
  private final List<ColumnBlocks> squares = new ArrayList<>();
  private final Operand<TFloat32> beta1;
  private final Operand<TFloat32> beta2;
  private final Operand<TFloat32> noPower;

  /** Adds the moments of {@code parameters} to the graph, in blocks as these are. */
  Adam(Ops tf, List<ColumnBlocks> parameters) {
    this.tf = tf;
    this.beta1 = tf.constant(BETA1);
    this.beta2 = tf.constant(BETA2);
    this.noPower = tf.constant(0f);
    for (ColumnBlocks parameter : parameters) {
      int blocks = parameter.variables().size();
      means.add(ColumnBlocks.create(tf, "mean", parameter.shape(), blocks));
      squares.add(ColumnBlocks.create(tf, "square", parameter.shape(), blocks));
    }
  }

  /**
   * Adds an update of all parameters to the graph.
   *
   * <p>Variables are read and written in place. So a block is updated once its gradient is there
   * and all who read it are done, and not before; and who needs the updated value reads it from
   * what this returns, and so waits for the update. Blocks don't wait for one another.
   *
   * @param parameters each in its blocks, as the last update left them
   * @param gradients one a block
   * @param rate scalar, fed with {@link #rate}
   * @param epsilon scalar, fed with {@link #epsilon}
   * @return the parameters after the update
   */
  List<List<Operand<TFloat32>>> update(
      List<List<Operand<TFloat32>>> parameters,
      List<List<Gradient>> gradients,
      Operand<TFloat32> rate,
      Operand<TFloat32> epsilon) {
    List<List<Operand<TFloat32>>> updated = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      List<Operand<TFloat32>> blocks = new ArrayList<>();
      for (int j = 0; j < parameters.get(i).size(); j++) {
        Gradient gradient = gradients.get(i).get(j);
        List<Op> readers = List.copyOf(gradient.readers());
        Ops after = readers.isEmpty() ? tf : tf.withControlDependencies(readers);
        blocks.add(
            after.train.applyAdam(
                parameters.get(i).get(j),
                means.get(i).variables().get(j),
                squares.get(i).variables().get(j),
                noPower,
                noPower,
                rate,
                beta1,
                beta2,
                epsilon,
                gradient.value()));
      }
      updated.add(blocks);
    }
    return updated;
  }

  /** The running means m and v of each parameter, in turn; zero before the first step. */
  List<ColumnBlocks> moments() {
    List<ColumnBlocks> moments = new ArrayList<>();
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

package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Stochastic gradient descent with momentum as PyTorch computes it: u = momentum u + g, w = w -
 * rate u; with momentum 0 the plain one.
 */
final class Momentum implements UpdateRule {

  private final Operand<TFloat32> momentum;
  private final List<BlockedTensor> updates;

  /** Adds what it remembers of {@code parameters} to the graph, in blocks as these are. */
  Momentum(Ops tf, List<BlockedTensor> parameters, double momentum) {
    this.momentum = tf.constant((float) momentum);
    this.updates = BlockedTensor.likeEach(tf, "update", parameters);
  }

  @Override
  public Operand<TFloat32> update(
      Ops tf,
      int parameter,
      int block,
      Operand<TFloat32> value,
      Operand<TFloat32> gradient,
      List<? extends Operand<TFloat32>> scalars) {
    return tf.train.applyMomentum(
        value, updates.get(parameter).variables().get(block), scalars.get(0), gradient, momentum);
  }

  @Override
  public List<BlockedTensor> moments() {
    return updates;
  }
}

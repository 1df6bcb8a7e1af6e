package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.TrainingSettings.Optimizer;

/**
 * The updates of all of a network's tensors.
 *
 * <p>Variables are read and written in place. So a block is updated once its gradient is there and
 * all who read it are done, and not before; and who needs the updated value reads it from what this
 * returns, and so waits for the update. Blocks don't wait for one another.
 */
final class Updates {

  private final Ops tf;
  private final Optimization optimization;
  private final List<ParameterSpec> specs;
  private final UpdateRule rule;

  /**
   * Adds what the optimizer remembers to the graph.
   *
   * @param variables of the tensors that {@code specs} describe
   */
  Updates(
      Ops tf, Optimization optimization, List<ParameterSpec> specs, List<BlockedTensor> variables) {
    this.tf = tf;
    this.optimization = optimization;
    this.specs = List.copyOf(specs);
    List<BlockedTensor> learned =
        IntStream.range(0, specs.size())
            .filter(i -> specs.get(i).learned())
            .mapToObj(variables::get)
            .toList();
    this.rule =
        optimization.optimizer() == Optimizer.SGD
            ? new Momentum(tf, learned, optimization.momentum())
            : new Adam(tf, learned);
  }

  /**
   * Adds an update of all tensors to the graph.
   *
   * @param parameters each in its blocks, as the last update left them
   * @param gradients one a block
   * @param scalars fed with {@link Optimization#scalars}
   * @return the parameters after the update
   */
  List<List<Operand<TFloat32>>> update(
      List<List<Operand<TFloat32>>> parameters,
      List<List<Gradient>> gradients,
      List<? extends Operand<TFloat32>> scalars) {
    List<List<Operand<TFloat32>>> updated = new ArrayList<>();
    int learned = 0;
    for (int i = 0; i < parameters.size(); i++) {
      List<Operand<TFloat32>> blocks = new ArrayList<>();
      for (int j = 0; j < parameters.get(i).size(); j++) {
        Operand<TFloat32> value = parameters.get(i).get(j);
        Gradient gradient = gradients.get(i).get(j);
        blocks.add(
            specs.get(i).learned()
                ? learn(learned, j, value, gradient, scalars)
                : tf.assign(value, gradient.value()));
      }
      learned += specs.get(i).learned() ? 1 : 0;
      updated.add(blocks);
    }
    return updated;
  }

  /** What the optimizer remembers of each tensor. */
  List<BlockedTensor> moments() {
    return rule.moments();
  }

  private Operand<TFloat32> learn(
      int parameter,
      int block,
      Operand<TFloat32> value,
      Gradient gradient,
      List<? extends Operand<TFloat32>> scalars) {
    Ops after = after(List.copyOf(gradient.readers()));
    if (optimization.decoupled()) {
      List<Op> readers = new ArrayList<>(gradient.readers());
      readers.add(gradient.value());
      Operand<TFloat32> decayed =
          after(readers).assign(value, tf.math.mul(value, scalars.get(scalars.size() - 1)));
      return rule.update(after, parameter, block, decayed, gradient.value(), scalars);
    }
    Operand<TFloat32> whole = gradient.value();
    if (optimization.weightDecay() > 0) {
      Operand<TFloat32> decay = tf.constant((float) optimization.weightDecay());
      whole = tf.math.add(whole, tf.math.mul(value, decay));
    }
    return rule.update(after, parameter, block, value, whole, scalars);
  }

  private Ops after(List<Op> readers) {
    return readers.isEmpty() ? tf : tf.withControlDependencies(readers);
  }
}

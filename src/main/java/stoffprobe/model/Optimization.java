package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.TrainingSettings.Optimizer;

/**
 * How gradients become updates.
 *
 * @param momentum of {@code sgd}
 * @param weightDecay as PyTorch means it: with {@code adamw} a share of rate times this is taken
 *     off each value, with the others this times the value is added to its gradient; of all learned
 *     values, biases too
 */
public record Optimization(Optimizer optimizer, double momentum, double weightDecay) {

  /** Adam as the workshop uses it. */
  public static final Optimization ADAM = new Optimization(Optimizer.ADAM, 0, 0);

  /**
   * What an optimizer remembers of a tensor.
   *
   * @param what in words: {@code mean gradients of layer0_kernel}
   * @param size the number of values
   */
  public record Moment(String what, int size) {}

  /** What it remembers of all tensors, in the order of a training's state. */
  public List<Moment> moments(List<ParameterSpec> specs) {
    List<Moment> moments = new ArrayList<>();
    for (ParameterSpec spec : specs) {
      if (spec.learned() && optimizer != Optimizer.SGD) {
        moments.add(new Moment("mean gradients of " + spec.name(), spec.size()));
        moments.add(new Moment("mean squared gradients of " + spec.name(), spec.size()));
      } else if (spec.learned()) {
        moments.add(new Moment("last update of " + spec.name(), spec.size()));
      }
    }
    return moments;
  }

  /** Whether weight decay goes past the gradients. */
  boolean decoupled() {
    return optimizer == Optimizer.ADAMW && weightDecay > 0;
  }

  /** How many scalars a step is fed. */
  int scalars() {
    return scalars(0, 1).length;
  }

  /**
   * The scalars that a step is fed.
   *
   * @param step from 1
   */
  float[] scalars(double rate, long step) {
    if (optimizer == Optimizer.SGD) {
      return new float[] {(float) rate};
    }
    float[] ofAdam = {Adam.rate(rate, step), Adam.epsilon(step)};
    return decoupled()
        ? new float[] {ofAdam[0], ofAdam[1], (float) (1 - rate * weightDecay)}
        : ofAdam;
  }
}

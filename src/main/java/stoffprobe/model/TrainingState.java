package stoffprobe.model;

import java.util.List;

/** All that a step of training depends on besides its batch. */
public final class TrainingState {

  private final Weights weights;
  private final List<float[]> moments;
  private final long steps;

  /**
   * Holds a state; the arrays are not copied.
   *
   * @param moments what the optimizer remembers, in the order of {@link Optimization#moments}
   * @param steps how many steps were taken
   */
  public TrainingState(Weights weights, List<float[]> moments, long steps) {
    this.weights = weights;
    this.moments = List.copyOf(moments);
    this.steps = steps;
  }

  public Weights weights() {
    return weights;
  }

  public List<float[]> moments() {
    return moments;
  }

  public long steps() {
    return steps;
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;

/** All that a step of training depends on besides its batch. */
public final class TrainingState {

  private final Weights weights;
  private final List<float[]> moments;
  private final long steps;

  /**
   * Holds a state; the arrays are not copied.
   *
   * @param moments Adam's m and v of each parameter, in turn
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

  /** Sizes of the moments' arrays for given parameters. */
  public static List<Integer> momentSizes(List<ParameterSpec> specs) {
    List<Integer> sizes = new ArrayList<>();
    for (ParameterSpec spec : specs) {
      sizes.add(spec.size());
      sizes.add(spec.size());
    }
    return sizes;
  }
}

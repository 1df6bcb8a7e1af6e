package stoffprobe.bench.figures;

import java.util.List;

/**
 * What repeated measurements of one thing came to.
 *
 * @param median the middle one; with an even count the mean of the two in the middle
 * @param values all, in the order of the repetitions
 */
public record Summary(double median, double min, double max, List<Double> values) {

  public Summary {
    values = List.copyOf(values);
  }

  /**
   * Sums up {@code values}.
   *
   * @throws IllegalArgumentException if there is none, or one is no finite number
   */
  public static Summary of(List<Double> values) {
    if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("no median of " + values);
    }
    List<Double> sorted = values.stream().sorted().toList();
    int upper = sorted.size() / 2;
    int lower = (sorted.size() - 1) / 2;
    return new Summary(
        (sorted.get(lower) + sorted.get(upper)) / 2,
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        values);
  }
}

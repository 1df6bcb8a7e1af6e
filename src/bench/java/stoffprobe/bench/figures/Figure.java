package stoffprobe.bench.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric with what each side reached.
 *
 * @param sides those that were measured, at least one
 */
public record Figure(Metric metric, Map<Side, Summary> sides) {

  public Figure {
    sides = java.util.Collections.unmodifiableMap(new EnumMap<>(sides));
  }

  /** What {@code side} reached, if it was measured. */
  public Optional<Summary> of(Side side) {
    return Optional.ofNullable(sides.get(side));
  }

  /**
   * How many times better ours is than {@code other}: the ratio of the medians, with the smallest
   * and largest ratio of two measurements of the same repetition where both sides have as many.
   * Those two lie close to the median only if the machine was the same for both.
   */
  public Optional<Ratio> ratio(Side other) {
    Optional<Summary> ours = of(Side.OURS);
    Optional<Summary> theirs = of(other);
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    double median = metric.ratio(ours.get().median(), theirs.get().median());
    Summary pairs = Summary.of(pairs(ours.get().values(), theirs.get().values(), median));
    return Optional.of(new Ratio(median, pairs.min(), pairs.max()));
  }

  private List<Double> pairs(List<Double> ours, List<Double> theirs, double otherwise) {
    if (ours.size() != theirs.size()) {
      return List.of(otherwise);
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(metric.ratio(ours.get(i), theirs.get(i)));
    }
    return ratios;
  }

  /**
   * How many times better one side is.
   *
   * @param ofMedians the one to quote
   * @param min the smallest within a repetition
   * @param max the largest within a repetition
   */
  public record Ratio(double ofMedians, double min, double max) {}
}

package stoffprobe.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stoffprobe.nightly.PastNight.StageCost;
import stoffprobe.statistics.UsualRange;

/** Tells whether stages took more time or memory tonight than they use to. */
public final class Costs {

  /** With fewer past nights there is no telling what is usual. */
  public static final int FEWEST_NIGHTS = 5;

  /** Older nights tell of another time. */
  public static final int LATEST_NIGHTS = 30;

  /** What lies less than this share above the median is never unusual. */
  public static final double LEAST_SHARE = 0.1;

  /** Nor is it unusual for a stage to take so much longer than it uses to. */
  public static final double LEAST_SECONDS = 0.5;

  private Costs() {}

  /**
   * The stages' costs beside those of past nights; none as long as there are too few nights.
   *
   * @param past the nights before, oldest first; those that failed are left out
   */
  static List<Cost> of(Trial tonight, List<PastNight> past) {
    List<Cost> costs = new ArrayList<>();
    for (StageResult stage : tonight.stages()) {
      cost(stage, Cost.Measure.SECONDS, stage.seconds(), past, StageCost::seconds, LEAST_SECONDS)
          .ifPresent(costs::add);
      cost(
              stage,
              Cost.Measure.PEAK_MEMORY_BYTES,
              number(stage.peakMemoryBytes()),
              past,
              cost -> number(cost.peakMemoryBytes()),
              0)
          .ifPresent(costs::add);
    }
    return List.copyOf(costs);
  }

  private static Optional<Cost> cost(
      StageResult stage,
      Cost.Measure measure,
      double tonight,
      List<PastNight> past,
      Function<StageCost, Double> value,
      double least) {
    List<Double> known =
        past.stream()
            .flatMap(night -> night.stages().stream())
            .filter(cost -> cost.stage().equals(stage.stage()))
            .map(value)
            .filter(Double::isFinite)
            .toList();
    List<Double> latest = known.subList(Math.max(0, known.size() - LATEST_NIGHTS), known.size());
    if (latest.size() < FEWEST_NIGHTS || !Double.isFinite(tonight)) {
      return Optional.empty();
    }
    double[] values = latest.stream().mapToDouble(Double::doubleValue).toArray();
    UsualRange usual = UsualRange.of(values, LEAST_SHARE);
    double limit = Math.max(usual.limit(), usual.median() + least);
    return Optional.of(
        new Cost(stage.stage(), measure, tonight, usual.median(), limit, values.length));
  }

  private static double number(@Nullable Long bytes) {
    return bytes == null ? Double.NaN : bytes.doubleValue();
  }
}

package stoffprobe.statistics.runs;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import stoffprobe.statistics.Interval;

/**
 * A metric of runs that differ in their seed alone.
 *
 * @param runs how many there are, at least 1
 * @param mean their mean
 * @param deviation the standard deviation, with {@code runs - 1} in the denominator; NaN of one run
 * @param min the smallest value
 * @param max the largest value
 */
public record RunSummary(int runs, double mean, double deviation, double min, double max) {

  private static final double LEVEL = 0.05;

  /**
   * Of the values of a metric.
   *
   * @param values a value a run, at least one, all finite
   */
  public static RunSummary of(double... values) {
    if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("no finite values: " + Arrays.toString(values));
    }
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new RunSummary(
        values.length,
        mean,
        values.length == 1 ? Double.NaN : Math.sqrt(squares / (values.length - 1)),
        Arrays.stream(values).min().orElseThrow(),
        Arrays.stream(values).max().orElseThrow());
  }

  /**
   * Where the mean over all seeds lies, with 95 % confidence: mean ± t·s/√n with the quantile of
   * Student's distribution for n - 1 degrees of freedom; empty for one run. The values are taken as
   * normally distributed. Other test images are not allowed for.
   *
   * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student 1908</a>
   */
  public Optional<Interval> interval() {
    if (runs == 1) {
      return Optional.empty();
    }
    double half = quantile() * deviation / Math.sqrt(runs);
    return Optional.of(new Interval(mean - half, mean + half));
  }

  /**
   * How far a single further run may lie from another one by its seed alone, in 95 of 100 cases:
   * t·s·√2; NaN of one run.
   */
  public double reach() {
    return runs == 1 ? Double.NaN : quantile() * deviation * Math.sqrt(2);
  }

  /**
   * How far one run of this model and one of another may lie apart though both means are the same,
   * in 95 of 100 cases: t·√(s² + s'²) with the quantile for the smaller number of runs less one;
   * NaN if either is a single run.
   */
  public double reach(RunSummary other) {
    RunSummary fewer = runs <= other.runs ? this : other;
    return fewer.runs == 1 ? Double.NaN : fewer.quantile() * Math.hypot(deviation, other.deviation);
  }

  /**
   * The p of the two-sided t-test that the mean over all seeds is zero; empty for one run. Where
   * all values are the same it is 0, or 1 if that is zero.
   */
  public Optional<Double> p() {
    if (runs == 1) {
      return Optional.empty();
    }
    if (deviation == 0) {
      return Optional.of(mean == 0 ? 1.0 : 0.0);
    }
    double t = Math.abs(mean) / (deviation / Math.sqrt(runs));
    return Optional.of(2 * TDistribution.of(runs - 1.0).survivalProbability(t));
  }

  private double quantile() {
    return TDistribution.of(runs - 1.0).inverseSurvivalProbability(LEVEL / 2);
  }
}

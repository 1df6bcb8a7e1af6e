package stoffprobe.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How a metric spreads over runs that differ in nothing but their seed, taken as normally
 * distributed.
 *
 * @param runs how many there are, at least 2
 * @param deviation the standard deviation, with {@code runs - 1} in the denominator
 */
public record SeedSpread(int runs, double deviation) {

  /** The probability that any of the metrics compared lies outside by chance alone. */
  public static final double FALSE_ALARMS = 0.05;

  public SeedSpread {
    if (runs < 2 || !(deviation >= 0)) {
      throw new IllegalArgumentException(runs + " runs with a deviation of " + deviation);
    }
  }

  /**
   * The spread of a metric.
   *
   * @param values a value a run, at least 2
   */
  public static SeedSpread of(double... values) {
    if (values.length < 2) {
      throw new IllegalArgumentException("no spread of " + values.length + " values");
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new SeedSpread(values.length, Math.sqrt(squares / (values.length - 1)));
  }

  /**
   * How far two further runs with different seeds may lie apart: t·s·√2, since their difference has
   * twice the variance of one, with the quantile t of Student's distribution at 1 - α/(2m) and
   * {@code runs - 1} degrees of freedom. Bonferroni's division by m keeps the probability that any
   * of m metrics lies outside below α = {@value #FALSE_ALARMS}.
   *
   * @param metrics how many are compared, m, at least 1
   * @see <a href="https://doi.org/10.2307/2282330">Dunn 1961</a>
   */
  public double tolerance(int metrics) {
    if (metrics < 1) {
      throw new IllegalArgumentException(metrics + " metrics");
    }
    double t =
        TDistribution.of(runs - 1.0).inverseSurvivalProbability(FALSE_ALARMS / (2 * metrics));
    return t * deviation * Math.sqrt(2);
  }
}

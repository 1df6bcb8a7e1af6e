package stoffprobe.statistics;

import java.util.Arrays;

/**
 * How long the calls of a service take, beyond the typical one.
 *
 * @param p50 half of the calls took no longer
 * @param p95 one call in twenty took longer
 * @param p99 one call in a hundred took longer
 */
public record Percentiles(double p50, double p95, double p99) {

  /**
   * Percentiles by nearest rank: the smallest of the values that at least the share of all values
   * does not exceed. Nothing is interpolated, so each is a duration that occurred.
   *
   * @throws IllegalArgumentException if there is no value
   */
  public static Percentiles of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Percentiles(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99));
  }

  private static double rank(double[] sorted, int percent) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no percentile of no value");
    }
    // In whole numbers: 0.95 has no exact double, and the rank must not depend on that.
    long rank = ((long) sorted.length * percent + 99) / 100;
    return sorted[(int) rank - 1];
  }
}

package stoffprobe.statistics;

import java.util.Arrays;

/**
 * What is usual among past values, told by the median, which a few odd ones do not move.
 *
 * @param median the middle value, or the mean of the two in the middle
 * @param limit above this a value is unusual
 */
public record UsualRange(double median, double limit) {

  /** The modified z-score from which a value counts as an outlier. */
  public static final double OUTLIER = 3.5;

  /** The median absolute deviation of a normal distribution with a standard deviation of 1. */
  private static final double NORMAL = 0.6745;

  /**
   * The range above whose limit a value's modified z-score, 0.6745 (x - median) / MAD, exceeds 3.5;
   * MAD is the median of the distances from the median.
   *
   * @param values the past values, at least one
   * @param least the limit lies at least this share of the median above it: values that hardly
   *     differ would make the slightest change unusual
   * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">Iglewicz and
   *     Hoaglin 1993, in NIST's handbook</a>
   */
  public static UsualRange of(double[] values, double least) {
    double median = median(values);
    double spread = median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    double above = Math.max(OUTLIER * spread / NORMAL, least * Math.abs(median));
    return new UsualRange(median, median + above);
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no median of no value");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

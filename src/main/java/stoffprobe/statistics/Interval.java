package stoffprobe.statistics;

import java.util.Optional;

/** A confidence interval, from {@code low} to {@code high}. */
public record Interval(double low, double high) {

  /** The 97.5 % quantile of the normal distribution, which makes all intervals 95 % ones. */
  static final double Z = 1.959963984540054;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high);
    }
  }

  /**
   * The 95 % interval of a share, within 0 and 1, by Wilson's score method. Unlike the textbook's p
   * ± z·se it is neither empty nor beyond the ends where all or none succeeded.
   *
   * @param successes 0 to {@code trials}
   * @param trials at least 1
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
   */
  public static Interval wilson(int successes, int trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials);
    }
    double n = trials;
    double share = successes / n;
    double centre = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    // At both ends the exact bound is 0 or 1; rounding may land a hair beside it.
    double low = successes == 0 ? 0 : Math.max(0, (centre - half) / scale);
    double high = successes == trials ? 1 : Math.min(1, (centre + half) / scale);
    return new Interval(low, high);
  }

  /** {@link #wilson}, or empty where there is no trial and so no share. */
  static Optional<Interval> ofShare(int successes, int trials) {
    return trials == 0 ? Optional.empty() : Optional.of(wilson(successes, trials));
  }
}

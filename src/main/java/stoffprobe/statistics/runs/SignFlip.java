package stoffprobe.statistics.runs;

/**
 * Fisher's exact randomisation test for paired values: if nothing but chance made the differences,
 * each could as well have had the other sign. Nothing is supposed of their distribution.
 *
 * @see <a href="https://doi.org/10.1002/0471667196.ess0826">Fisher, The Design of Experiments,
 *     1935, section 21</a>
 */
public final class SignFlip {

  /** With more, all signs are too many to try, and the t-test does. */
  public static final int MOST = 20;

  private SignFlip() {}

  /**
   * The two-sided p: the share of all 2ⁿ choices of signs whose sum is at least as far from zero.
   * With n values it can't be below 2¹⁻ⁿ: 0.0625 for five.
   *
   * @param differences 1 to {@value #MOST}
   */
  public static double p(double... differences) {
    int n = differences.length;
    if (n < 1 || n > MOST) {
      throw new IllegalArgumentException(n + " differences");
    }
    double observed = 0;
    double largest = 0;
    for (double difference : differences) {
      observed += difference;
      largest += Math.abs(difference);
    }
    // Sums of the same numbers in other order differ in their last digits.
    double least = Math.abs(observed) - 1e-12 * largest;
    long asFar = 0;
    for (long signs = 0; signs < 1L << n; signs++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
      }
      if (Math.abs(sum) >= least) {
        asFar++;
      }
    }
    return (double) asFar / (1L << n);
  }
}

package stoffprobe.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * McNemar's test in its exact form: if two models were equally good, each image that only one of
 * them gets right would be a fair coin's throw.
 *
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar 1947</a>
 */
public final class McNemar {

  private McNemar() {}

  /**
   * The exact two-sided p: min(1, 2 P[Bin(onlyA + onlyB, 1/2) &lt;= min(onlyA, onlyB)]); 1 if both
   * are 0. A p below 1e-323 is 0.
   *
   * @param onlyA images that only the first model classified right, at least 0
   * @param onlyB images that only the second model classified right, at least 0
   */
  public static double exact(int onlyA, int onlyB) {
    if (onlyA < 0 || onlyB < 0) {
      throw new IllegalArgumentException(onlyA + " against " + onlyB);
    }
    int discordant = Math.addExact(onlyA, onlyB);
    // By the incomplete beta function: no sum of tiny terms that could underflow.
    double tail =
        BinomialDistribution.of(discordant, 0.5).cumulativeProbability(Math.min(onlyA, onlyB));
    return Math.min(1, 2 * tail);
  }
}

package stoffprobe.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's adjustment of the p of several tests: with it, the probability that any of them calls
 * chance a difference stays below the level of a single test, however the tests depend on each
 * other.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm 1979</a>
 */
public final class Holm {

  private Holm() {}

  /**
   * The adjusted p, in the order given: of m tests the i-th smallest p (i from 1) becomes min(1, (m
   * - i + 1) p), or what a smaller one became if that is more. It is compared with the level of a
   * single test.
   *
   * @param p each 0 to 1
   */
  public static double[] adjusted(double... p) {
    for (double value : p) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("a p of " + value);
      }
    }
    int[] ascending =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int test = ascending[rank];
      least = Math.max(least, Math.min(1, (p.length - rank) * p[test]));
      adjusted[test] = least;
    }
    return adjusted;
  }
}

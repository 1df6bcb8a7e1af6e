package stoffprobe.statistics.runs;

import org.apache.commons.statistics.distribution.TDistribution;
import stoffprobe.statistics.Interval;

/**
 * A mean over seeds and test images, both taken as samples of many: each value is mean + seed +
 * image + rest, with random effects that are independent of each other (two-way crossed layout
 * without repetition). It answers what holds for other seeds and other images, where a test over
 * seeds alone, or over images alone, holds the other fixed.
 *
 * <p>The mean squares of seeds, images and rest have the expectations n·σs² + σr², k·σi² + σr² and
 * σr² (k seeds, n images), so that the variance of the mean, σs²/k + σi²/n + σr²/(kn), is estimated
 * by (MSs + MSi - MSr)/(kn); a component that would come out negative counts as none. Degrees of
 * freedom after Satterthwaite.
 *
 * @param seeds how many there are, k
 * @param images how many there are, n
 * @param mean over all
 * @param seedVariance σs²: how far seeds move the mean over the images
 * @param imageVariance σi²: how far images differ, whatever the seed
 * @param restVariance σr²: what is neither
 * @param standardError of the mean
 * @param degrees of freedom
 * @see <a href="https://doi.org/10.1002/9780470316856">Searle, Casella, McCulloch: Variance
 *     Components, 1992, chapter 4</a>
 * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite 1946</a>
 */
public record SeedsAndImages(
    int seeds,
    int images,
    double mean,
    double seedVariance,
    double imageVariance,
    double restVariance,
    double standardError,
    double degrees) {

  private static final double LEVEL = 0.05;

  /**
   * Of a value for each seed and image.
   *
   * @param values a row a seed, a column an image; at least two of each
   */
  public static SeedsAndImages of(byte[][] values) {
    int k = values.length;
    int n = k == 0 ? 0 : values[0].length;
    if (k < 2 || n < 2) {
      throw new IllegalArgumentException(k + " seeds and " + n + " images");
    }
    double sum = 0;
    double squares = 0;
    double[] ofSeed = new double[k];
    double[] ofImage = new double[n];
    for (int s = 0; s < k; s++) {
      if (values[s].length != n) {
        throw new IllegalArgumentException("seeds with different images");
      }
      for (int i = 0; i < n; i++) {
        double value = values[s][i];
        sum += value;
        squares += value * value;
        ofSeed[s] += value;
        ofImage[i] += value;
      }
    }
    double all = (double) k * n;
    double correction = sum * sum / all;
    double bySeed = sumOfSquares(ofSeed) / n - correction;
    double byImage = sumOfSquares(ofImage) / k - correction;
    double rest = Math.max(0, squares - correction - bySeed - byImage);
    double msSeed = Math.max(0, bySeed) / (k - 1);
    double msImage = Math.max(0, byImage) / (n - 1);
    double msRest = rest / ((k - 1.0) * (n - 1));
    double seed = Math.max(0, (msSeed - msRest) / n);
    double image = Math.max(0, (msImage - msRest) / k);
    double variance = seed / k + image / n + msRest / all;
    return new SeedsAndImages(
        k,
        n,
        sum / all,
        seed,
        image,
        msRest,
        Math.sqrt(variance),
        degrees(variance * all, seed > 0 ? msSeed : 0, image > 0 ? msImage : 0, msRest, k, n));
  }

  private static double sumOfSquares(double[] sums) {
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    return squares;
  }

  /** Of the sum of the mean squares that count; the rest's counts against both. */
  private static double degrees(
      double total, double msSeed, double msImage, double msRest, int k, int n) {
    double sign = (msSeed > 0 ? 1 : 0) + (msImage > 0 ? 1 : 0) - 1;
    double uncertainty =
        msSeed * msSeed / (k - 1)
            + msImage * msImage / (n - 1)
            + sign * sign * msRest * msRest / ((k - 1.0) * (n - 1));
    return uncertainty == 0 ? (k - 1.0) * (n - 1) : Math.max(1, total * total / uncertainty);
  }

  /** Where the mean over all seeds and images lies, with 95 % confidence. */
  public Interval interval() {
    double half = TDistribution.of(degrees).inverseSurvivalProbability(LEVEL / 2) * standardError;
    return new Interval(mean - half, mean + half);
  }

  /** The p of the two-sided t-test that the mean over all seeds and images is zero. */
  public double p() {
    if (standardError == 0) {
      return mean == 0 ? 1 : 0;
    }
    return 2 * TDistribution.of(degrees).survivalProbability(Math.abs(mean) / standardError);
  }
}

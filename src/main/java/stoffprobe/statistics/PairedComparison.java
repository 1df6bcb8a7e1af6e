package stoffprobe.statistics;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two models, a and b, on the same images: how often which of them was right.
 *
 * @param onlyACorrect images that a alone classified right, n10
 * @param onlyBCorrect images that b alone classified right, n01
 * @param bothCorrect images that both classified right
 * @param bothWrong images that both classified wrong, alike or not
 */
public record PairedComparison(int onlyACorrect, int onlyBCorrect, int bothCorrect, int bothWrong) {

  /** A difference with a p of at least this is undecided. */
  public static final double SIGNIFICANCE = 0.05;

  public PairedComparison {
    if (onlyACorrect < 0 || onlyBCorrect < 0 || bothCorrect < 0 || bothWrong < 0) {
      throw new IllegalArgumentException("a count below 0");
    }
    if (Math.addExact(
            Math.addExact(onlyACorrect, onlyBCorrect), Math.addExact(bothCorrect, bothWrong))
        == 0) {
      throw new IllegalArgumentException("no predictions to compare");
    }
  }

  /**
   * Compares image by image.
   *
   * @throws IllegalArgumentException if there are none, or the labels differ: then these are not
   *     predictions of the same images
   */
  public static PairedComparison of(Predictions a, Predictions b) {
    return of(a, b, image -> true)
        .orElseThrow(() -> new IllegalArgumentException("no predictions to compare"));
  }

  /** Compares the chosen images alone; empty if there is none. */
  static Optional<PairedComparison> of(Predictions a, Predictions b, IntPredicate chosen) {
    Predictions.requireSameImages(a, b);
    Map<Agreement, Integer> counts =
        IntStream.range(0, a.count())
            .filter(chosen)
            .mapToObj(i -> Agreement.of(a.correct(i), b.correct(i)))
            .collect(Collectors.toMap(cell -> cell, cell -> 1, Integer::sum));
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PairedComparison(
                counts.getOrDefault(Agreement.ONLY_A, 0),
                counts.getOrDefault(Agreement.ONLY_B, 0),
                counts.getOrDefault(Agreement.BOTH_RIGHT, 0),
                counts.getOrDefault(Agreement.BOTH_WRONG, 0)));
  }

  /** The number of images, n. */
  public int count() {
    return onlyACorrect + onlyBCorrect + bothCorrect + bothWrong;
  }

  /** The accuracy of b minus that of a, -1 to 1. */
  public double difference() {
    return (double) (onlyBCorrect - onlyACorrect) / count();
  }

  /**
   * The 95 % interval of the difference: ± z·se with se = sqrt((n10+n01) - (n10-n01)²/n)/n, the
   * standard error of paired shares (Agresti, Categorical Data Analysis, section 11.1). It is not
   * cut off at -1 and 1, which only a handful of images can reach.
   */
  public Interval interval() {
    long gap = (long) onlyBCorrect - onlyACorrect;
    long discordant = (long) onlyACorrect + onlyBCorrect;
    double n = count();
    double error = Math.sqrt(discordant - gap * gap / n) / n;
    return new Interval(difference() - Interval.Z * error, difference() + Interval.Z * error);
  }

  /** The exact two-sided p of {@link McNemar}'s test, 0 to 1. */
  public double mcNemarP() {
    return McNemar.exact(onlyACorrect, onlyBCorrect);
  }

  /** The model with more right, if the test tells it from chance. */
  public Verdict better() {
    return better(mcNemarP());
  }

  /**
   * The model with more right, if {@code p} tells it from chance.
   *
   * @param p that of the test, adjusted where it is one of several
   */
  public Verdict better(double p) {
    if (p >= SIGNIFICANCE) {
      return Verdict.UNDECIDED;
    }
    return onlyACorrect > onlyBCorrect ? Verdict.A : Verdict.B;
  }
}

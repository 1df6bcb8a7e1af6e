package stoffprobe.statistics;

import java.util.stream.IntStream;

/** Which of two models, a and b, classified an image right. */
public enum Agreement {
  BOTH_RIGHT("both_right"),
  ONLY_A("only_a"),
  ONLY_B("only_b"),
  /** Alike or not. */
  BOTH_WRONG("both_wrong");

  private final String word;

  Agreement(String word) {
    this.word = word;
  }

  /** How files write it: {@code both_right}, {@code only_a}, {@code only_b}, {@code both_wrong}. */
  public String word() {
    return word;
  }

  static Agreement of(boolean aRight, boolean bRight) {
    if (aRight) {
      return bRight ? BOTH_RIGHT : ONLY_A;
    }
    return bRight ? ONLY_B : BOTH_WRONG;
  }

  /**
   * The indices of the images for which this is so, upwards.
   *
   * @throws IllegalArgumentException if these are not predictions of the same images
   */
  public int[] images(Predictions a, Predictions b) {
    Predictions.requireSameImages(a, b);
    return IntStream.range(0, a.count())
        .filter(i -> of(a.correct(i), b.correct(i)) == this)
        .toArray();
  }
}

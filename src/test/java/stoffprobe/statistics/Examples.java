package stoffprobe.statistics;

import java.util.Arrays;

/** Predictions to test with. */
final class Examples {

  private Examples() {}

  /** A model that is sure: probability 1 for each of {@code predictions}, 0 for all else. */
  static Predictions sure(int classes, int[] labels, int[] predictions) {
    float[] probabilities = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      probabilities[i * classes + predictions[i]] = 1;
    }
    return new Predictions(labels, probabilities, classes);
  }

  /** Two classes, all labels 0; image i is classified right where {@code correct[i]}. */
  static Predictions right(boolean... correct) {
    int[] predictions = new int[correct.length];
    for (int i = 0; i < correct.length; i++) {
      predictions[i] = correct[i] ? 0 : 1;
    }
    return sure(2, new int[correct.length], predictions);
  }

  /**
   * Ten classes, of which the last three are never a label; the numbers are those of {@code
   * src/test/python/statistics_reference.py} bit for bit, for the same {@code seed}.
   */
  static Predictions random(int count, long seed) {
    Congruential numbers = new Congruential(seed);
    int classes = 10;
    int[] labels = new int[count];
    float[] probabilities = new float[count * classes];
    for (int i = 0; i < count; i++) {
      labels[i] = (int) (numbers.next() * 7);
      double[] weights = new double[classes];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double u = numbers.next();
        weights[c] = u * u * u * (c == labels[i] ? 4 : 1);
        sum += weights[c];
      }
      for (int c = 0; c < classes; c++) {
        probabilities[i * classes + c] = (float) (weights[c] / sum);
      }
    }
    return new Predictions(labels, probabilities, classes);
  }

  /** The images of {@code predictions} with class c renamed to {@code names[c]}. */
  static Predictions renamed(Predictions predictions, int... names) {
    int classes = predictions.classes();
    int[] labels = new int[predictions.count()];
    float[] probabilities = new float[predictions.count() * classes];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = names[predictions.label(i)];
      for (int c = 0; c < classes; c++) {
        probabilities[i * classes + names[c]] = predictions.probability(i, c);
      }
    }
    return new Predictions(labels, probabilities, classes);
  }

  /** The images from {@code from} up to but not including {@code to}. */
  static Predictions part(Predictions predictions, int from, int to) {
    int classes = predictions.classes();
    int[] labels = new int[to - from];
    float[] probabilities = new float[labels.length * classes];
    Arrays.setAll(labels, i -> predictions.label(from + i));
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = predictions.probability(from + i / classes, i % classes);
    }
    return new Predictions(labels, probabilities, classes);
  }

  /** Knuth's MMIX generator: three lines in any language. */
  private static final class Congruential {
    private long state;

    Congruential(long seed) {
      state = seed;
    }

    /** 0 to 1, a multiple of 2^-24. */
    double next() {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (state >>> 40) * 0x1p-24;
    }
  }
}

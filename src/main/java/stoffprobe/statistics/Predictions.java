package stoffprobe.statistics;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a model said of labelled images: the labels {@code [n]} and a row of class probabilities an
 * image, float32 {@code [n, k]}, as the model gave them (rows are not renormalised).
 */
public final class Predictions {

  private final int[] labels;
  private final float[] probabilities;
  private final int classes;
  private final int[] predictions;

  /**
   * Copies its arguments.
   *
   * @param labels true classes, each 0 to {@code classes - 1}
   * @param probabilities row by row, {@code labels.length * classes} values
   * @throws IllegalArgumentException if the sizes don't fit or a label is out of range
   */
  public Predictions(int[] labels, float[] probabilities, int classes) {
    if (classes < 1 || probabilities.length != (long) labels.length * classes) {
      throw new IllegalArgumentException(
          probabilities.length
              + " probabilities for "
              + labels.length
              + " labels and "
              + classes
              + " classes");
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException("label " + label + " of " + classes + " classes");
      }
    }
    this.labels = labels.clone();
    this.probabilities = probabilities.clone();
    this.classes = classes;
    this.predictions = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      predictions[i] = argMax(i);
    }
  }

  /** The number of images, n. */
  public int count() {
    return labels.length;
  }

  /** The number of classes, k. */
  public int classes() {
    return classes;
  }

  /** The true class of image {@code index}. */
  public int label(int index) {
    return labels[index];
  }

  /** The predicted class of image {@code index}: the lowest index of the largest probability. */
  public int prediction(int index) {
    return predictions[index];
  }

  /** What the model gave class {@code label} of image {@code index}. */
  public float probability(int index, int label) {
    return probabilities[index * classes + Objects.checkIndex(label, classes)];
  }

  /** What the model gave the class that it predicts: the largest probability of the row. */
  public float confidence(int index) {
    return probability(index, predictions[index]);
  }

  /** Whether image {@code index} was classified right. */
  public boolean correct(int index) {
    return labels[index] == predictions[index];
  }

  /**
   * Checks that two models were asked for the same images.
   *
   * @throws IllegalArgumentException if their numbers, classes or labels differ
   */
  static void requireSameImages(Predictions a, Predictions b) {
    if (a.count() != b.count()) {
      throw new IllegalArgumentException(a.count() + " and " + b.count() + " predictions");
    }
    if (a.classes != b.classes) {
      throw new IllegalArgumentException(a.classes + " and " + b.classes + " classes");
    }
    int difference = Arrays.mismatch(a.labels, b.labels);
    if (difference >= 0) {
      throw new IllegalArgumentException("the labels differ at image " + difference);
    }
  }

  private int argMax(int index) {
    int best = 0;
    for (int label = 1; label < classes; label++) {
      if (probability(index, label) > probability(index, best)) {
        best = label;
      }
    }
    return best;
  }
}

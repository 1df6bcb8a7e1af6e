package stoffprobe.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each class, and the scores that follow from it. Conventions
 * are scikit-learn's: a ratio whose denominator is 0 counts as 0, and a macro average leaves out
 * the classes that occur neither as label nor as prediction.
 */
public final class ConfusionMatrix {

  private final int classes;
  private final int total;

  /** Row by row, {@code [label, predicted]}. */
  private final int[] counts;

  private ConfusionMatrix(Predictions predictions, int from, int to) {
    classes = predictions.classes();
    total = to - from;
    counts = new int[classes * classes];
    for (int i = from; i < to; i++) {
      counts[predictions.label(i) * classes + predictions.prediction(i)]++;
    }
  }

  /**
   * Counts all images.
   *
   * @throws IllegalArgumentException if there are none, as no score is defined then
   */
  public static ConfusionMatrix of(Predictions predictions) {
    return of(predictions, 0, predictions.count());
  }

  /** Counts the images from index {@code from} up to but not including {@code to}. */
  static ConfusionMatrix of(Predictions predictions, int from, int to) {
    Objects.checkFromToIndex(from, to, predictions.count());
    if (from == to) {
      throw new IllegalArgumentException("no predictions to count");
    }
    return new ConfusionMatrix(predictions, from, to);
  }

  /** The number of classes, k. */
  public int classes() {
    return classes;
  }

  /** The number of images, n. */
  public int total() {
    return total;
  }

  /** How many images of class {@code label} were taken for class {@code predicted}. */
  public int count(int label, int predicted) {
    Objects.checkIndex(label, classes);
    return counts[label * classes + Objects.checkIndex(predicted, classes)];
  }

  /** How many images are of class {@code label}. */
  public int support(int label) {
    return IntStream.range(0, classes).map(predicted -> count(label, predicted)).sum();
  }

  /** How many images were taken for class {@code predicted}. */
  public int predicted(int predicted) {
    return IntStream.range(0, classes).map(label -> count(label, predicted)).sum();
  }

  /** How many images were classified right. */
  public int correct() {
    return IntStream.range(0, classes).map(label -> count(label, label)).sum();
  }

  /** The share of images that were classified right, 0 to 1. */
  public double accuracy() {
    return (double) correct() / total;
  }

  /** Of the images taken for {@code label}, the share that is; 0 if none was taken for it. */
  public double precision(int label) {
    return ratio(count(label, label), predicted(label));
  }

  /** Of the images of class {@code label}, the share that was found; 0 if there are none. */
  public double recall(int label) {
    return ratio(count(label, label), support(label));
  }

  /** The harmonic mean of precision and recall; 0 if both are 0. */
  public double f1(int label) {
    return ratio(2L * count(label, label), (long) support(label) + predicted(label));
  }

  /** The precision's 95 % interval by Wilson; empty if no image was taken for {@code label}. */
  public Optional<Interval> precisionInterval(int label) {
    return Interval.ofShare(count(label, label), predicted(label));
  }

  /** The recall's 95 % interval by Wilson; empty if no image is of class {@code label}. */
  public Optional<Interval> recallInterval(int label) {
    return Interval.ofShare(count(label, label), support(label));
  }

  /**
   * The 95 % interval of F1; empty if no image is of class {@code label} or was taken for it. F1 is
   * no share of images, but F* = TP/(TP + FP + FN) is: among the images that are of the class or
   * were taken for it, the share that is both. So F* has a Wilson interval, and F1 = 2F* / (1 +
   * F*), which grows with F*, maps its ends.
   *
   * @see <a href="https://doi.org/10.1007/s10994-021-05964-1">Hand, Christen and Kirielle 2021</a>
   */
  public Optional<Interval> f1Interval(int label) {
    int hits = count(label, label);
    return Interval.ofShare(hits, support(label) + predicted(label) - hits)
        .map(share -> new Interval(f1OfShare(share.low()), f1OfShare(share.high())));
  }

  /** The mean precision over the classes that occur as label or as prediction. */
  public double macroPrecision() {
    return macro(this::precision);
  }

  /** The mean recall over the classes that occur as label or as prediction. */
  public double macroRecall() {
    return macro(this::recall);
  }

  /** The mean F1 over the classes that occur as label or as prediction. */
  public double macroF1() {
    return macro(this::f1);
  }

  /**
   * The most frequent mistakes, at most {@code limit}: by count downwards, then label, then
   * prediction. What never happened is left out.
   */
  public List<Confusion> topConfusions(int limit) {
    return IntStream.range(0, counts.length)
        .filter(cell -> counts[cell] > 0 && cell / classes != cell % classes)
        .mapToObj(cell -> new Confusion(cell / classes, cell % classes, counts[cell]))
        // The sort is stable and the cells come by label, then prediction.
        .sorted(Comparator.comparingInt(Confusion::count).reversed())
        .limit(limit)
        .collect(Collectors.toUnmodifiableList());
  }

  private double macro(IntToDoubleFunction score) {
    return IntStream.range(0, classes)
        .filter(label -> support(label) + predicted(label) > 0)
        .mapToDouble(score)
        .average()
        .orElseThrow();
  }

  private static double f1OfShare(double share) {
    return 2 * share / (1 + share);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}

package stoffprobe.statistics;

/** The cross-entropy of predictions with their labels, also called log loss. */
public final class CrossEntropy {

  /** What a smaller probability counts as, so that one sure mistake does not make all infinite. */
  public static final double SMALLEST_PROBABILITY = 1e-15;

  private CrossEntropy() {}

  /**
   * The mean of -ln p(label), p being the float32 probability, not renormalised, but at least
   * {@link #SMALLEST_PROBABILITY}. NaN if a label's probability is NaN.
   *
   * @throws IllegalArgumentException if there are no predictions
   */
  public static double mean(Predictions predictions) {
    if (predictions.count() == 0) {
      throw new IllegalArgumentException("no predictions to average");
    }
    return mean(predictions, 0, predictions.count());
  }

  /** The mean over the images from index {@code from} up to but not including {@code to}. */
  static double mean(Predictions predictions, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double probability = predictions.probability(i, predictions.label(i));
      sum -= Math.log(Math.max(probability, SMALLEST_PROBABILITY));
    }
    return sum / (to - from);
  }
}

package stoffprobe.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a model is right as often as it claims to be: its images, grouped by the probability of
 * the predicted class (the confidence) into 15 equal-width bins (0, 1/15], ..., (14/15, 1].
 *
 * @param bins all 15, from the lowest confidence to the highest
 * @see <a href="https://proceedings.mlr.press/v70/guo17a.html">Guo et al. 2017, section 2</a>
 */
public record Reliability(List<Bin> bins) {

  private static final int BINS = 15;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * One bin.
   *
   * @param low the confidence above which it begins
   * @param high the highest confidence in it
   * @param count how many images fell into it
   * @param correct how many of them are right
   * @param confidence their mean confidence; 0 if there are none
   */
  public record Bin(double low, double high, int count, int correct, double confidence) {

    /** The share that is right; 0 if there are no images. */
    public double accuracy() {
      return count == 0 ? 0 : (double) correct / count;
    }

    /** The accuracy's 95 % interval by Wilson; empty if there are no images. */
    public Optional<Interval> interval() {
      return Interval.ofShare(correct, count);
    }
  }

  /**
   * Groups all images.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Reliability of(Predictions predictions) {
    if (predictions.count() == 0) {
      throw new IllegalArgumentException("no predictions to group");
    }
    int[] counts = new int[BINS];
    int[] correct = new int[BINS];
    double[] confidences = new double[BINS];
    for (int i = 0; i < predictions.count(); i++) {
      float confidence = predictions.confidence(i);
      int bin = bin(confidence);
      counts[bin]++;
      correct[bin] += predictions.correct(i) ? 1 : 0;
      confidences[bin] += confidence;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      bins.add(
          new Bin(
              (double) b / BINS,
              (double) (b + 1) / BINS,
              counts[b],
              correct[b],
              confidences[b] / Math.max(1, counts[b])));
    }
    return new Reliability(bins);
  }

  /**
   * The expected calibration error: the gap between accuracy and confidence of each bin, averaged
   * with the bins' counts as weights; 0 to 1.
   */
  public double expectedCalibrationError() {
    long total = 0;
    double sum = 0;
    for (Bin bin : bins) {
      total += bin.count();
      sum += bin.count() * Math.abs(bin.accuracy() - bin.confidence());
    }
    return sum / total;
  }

  /**
   * The bin of a confidence. Exact: a float32 has 24 significant bits and 15 has four, so the
   * product holds no rounding in double. Of all edges only 0 and 1 are float32 values; 0, and what
   * rounding in the softmax puts above 1, count to the nearest bin.
   */
  static int bin(float confidence) {
    int bin = (int) Math.ceil((double) confidence * BINS) - 1;
    return Math.min(Math.max(bin, 0), BINS - 1);
  }
}

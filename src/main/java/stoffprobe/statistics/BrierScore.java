package stoffprobe.statistics;

/**
 * The mean squared error of the probabilities, 0 (sure and right) to 2 (sure and wrong).
 *
 * @see <a href="https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2">Brier 1950</a>
 */
public final class BrierScore {

  private BrierScore() {}

  /**
   * The mean over the images of the sum over the classes of (p - y)², y being 1 for the label and 0
   * for all else.
   *
   * @throws IllegalArgumentException if there are no predictions
   */
  public static double of(Predictions predictions) {
    if (predictions.count() == 0) {
      throw new IllegalArgumentException("no predictions to average");
    }
    double sum = 0;
    for (int i = 0; i < predictions.count(); i++) {
      for (int c = 0; c < predictions.classes(); c++) {
        double error = predictions.probability(i, c) - (c == predictions.label(i) ? 1.0 : 0.0);
        sum += error * error;
      }
    }
    return sum / predictions.count();
  }
}

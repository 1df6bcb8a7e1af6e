package stoffprobe.statistics;

/**
 * Scores of consecutive batches, averaged over the batches: what a training loop that evaluates
 * batch by batch prints. They differ from the scores of the whole set: the last batch may be
 * smaller but counts as much, and macro-F1 is no mean over images at all.
 *
 * @param loss mean over the batches of a batch's mean cross-entropy, natural logarithm
 * @param macroF1 mean over the batches of a batch's macro-F1; classes that occur in a batch neither
 *     as label nor as prediction are left out of that batch's average, as scikit-learn does
 * @param accuracy mean over the batches of a batch's accuracy
 */
public record BatchMeans(double loss, double macroF1, double accuracy) {

  /**
   * Cuts the predictions, in their order, into batches and averages.
   *
   * @param batch images a batch, at least 1; the last one holds what is left
   * @throws IllegalArgumentException if there are no predictions or {@code batch} is below 1
   */
  public static BatchMeans of(Predictions predictions, int batch) {
    int count = predictions.count();
    if (batch < 1 || count == 0) {
      throw new IllegalArgumentException(count + " predictions in batches of " + batch);
    }
    int batches = (count - 1) / batch + 1;
    double loss = 0;
    double macroF1 = 0;
    double accuracy = 0;
    for (int b = 0; b < batches; b++) {
      int from = b * batch;
      int to = (int) Math.min(count, (long) from + batch);
      ConfusionMatrix confusion = ConfusionMatrix.of(predictions, from, to);
      loss += CrossEntropy.mean(predictions, from, to);
      macroF1 += confusion.macroF1();
      accuracy += confusion.accuracy();
    }
    return new BatchMeans(loss / batches, macroF1 / batches, accuracy / batches);
  }
}

package stoffprobe.train;

import stoffprobe.statistics.BatchMeans;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Predictions;

/**
 * How well a model does on a set of images, between two epochs.
 *
 * @param loss mean over the batches of each batch's mean cross-entropy
 * @param macroF1BatchMean macro-F1 of each batch, averaged: the notebook's figure
 * @param accuracyBatchMean accuracy of each batch, averaged: the notebook's figure
 * @param macroF1 over the whole set
 * @param accuracy over the whole set
 */
public record Scores(
    double loss,
    double macroF1BatchMean,
    double accuracyBatchMean,
    double macroF1,
    double accuracy) {

  /** Computes all of them in double from the model's float32 probabilities. */
  static Scores of(Predictions predictions, int batch) {
    BatchMeans means = BatchMeans.of(predictions, batch);
    ConfusionMatrix whole = ConfusionMatrix.of(predictions);
    return new Scores(
        means.loss(), means.macroF1(), means.accuracy(), whole.macroF1(), whole.accuracy());
  }
}

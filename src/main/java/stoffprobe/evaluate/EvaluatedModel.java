package stoffprobe.evaluate;

import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Predictions;

/**
 * A model with what it said of the test images.
 *
 * @param name the model's
 * @param batch images a test batch, for the means over batches
 * @param trained what the training left on record
 * @param predictions for all test images, in test order
 * @param confusion of these predictions
 * @param predictionsSha256 of the bytes of {@code predictions-<name>.csv}
 * @param timing how fast it answers
 */
record EvaluatedModel(
    String name,
    int batch,
    TrainedModel trained,
    Predictions predictions,
    ConfusionMatrix confusion,
    String predictionsSha256,
    Timing timing) {}

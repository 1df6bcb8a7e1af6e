package stoffprobe.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of the history.
 *
 * @param epoch 0 for the untrained model
 * @param trainLoss mean of the batches' losses, each from before its update; none in epoch 0
 * @param test scores on the test set; none after epoch 0 if a validation set is watched instead
 * @param validation scores on the validation set, if there is one
 * @param trainSeconds shuffling, feeding and all steps
 * @param testSeconds classifying and scoring
 * @param weights how each parameter's values are spread after the epoch
 */
record Epoch(
    int epoch,
    OptionalDouble trainLoss,
    Optional<Scores> test,
    Optional<Scores> validation,
    double trainSeconds,
    double testSeconds,
    List<ParameterHistogram> weights) {

  Epoch {
    weights = List.copyOf(weights);
  }

  /** What is watched: the validation set if there is one, else the test set. */
  Scores watched() {
    return validation.or(() -> test).orElseThrow();
  }

  /** The same row with the weights' spread. */
  Epoch with(List<ParameterHistogram> histograms) {
    return new Epoch(epoch, trainLoss, test, validation, trainSeconds, testSeconds, histograms);
  }
}

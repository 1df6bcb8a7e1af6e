package stoffprobe.train;

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
 */
public record Epoch(
    int epoch,
    OptionalDouble trainLoss,
    Optional<Scores> test,
    Optional<Scores> validation,
    double trainSeconds,
    double testSeconds) {

  /** What is watched: the validation set if there is one, else the test set. */
  public Scores watched() {
    return validation.or(() -> test).orElseThrow();
  }
}

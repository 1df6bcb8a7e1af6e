package stoffprobe.config;

import java.util.Optional;
import java.util.OptionalDouble;
import stoffprobe.config.TrainingSettings.Optimizer;

/**
 * Settings of a training that most do without.
 *
 * @param momentum what is left of the last update in the next, from 0 to below 1; of {@code sgd}
 * @param weightDecay what pulls the weights towards 0, at least 0; absent for the optimizer's usual
 * @param schedule of the learning rate
 * @param warmUp epochs in which the learning rate grows evenly from 0, at least 0
 * @param earlyStopping absent to train all epochs
 */
public record MoreTraining(
    double momentum,
    OptionalDouble weightDecay,
    Schedule schedule,
    double warmUp,
    Optional<EarlyStopping> earlyStopping,
    Augmentation augmentation) {

  /** None of all this. */
  public static final MoreTraining NONE =
      new MoreTraining(
          0.9,
          OptionalDouble.empty(),
          new Schedule.Constant(),
          0,
          Optional.empty(),
          Augmentation.NONE);

  /** PyTorch's for {@code AdamW}; none for the others. */
  private static final double USUAL_DECAY = 0.01;

  /** The weight decay of an optimizer with these settings. */
  public double weightDecay(Optimizer optimizer) {
    return weightDecay.orElse(optimizer == Optimizer.ADAMW ? USUAL_DECAY : 0);
  }
}

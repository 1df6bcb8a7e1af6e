package stoffprobe.train;

import java.util.function.LongToDoubleFunction;
import stoffprobe.config.Schedule;
import stoffprobe.config.TrainingSettings;

/**
 * The learning rate of each step: the setting, times what the schedule leaves of it, times how far
 * it is warmed up.
 *
 * <p>By {@code StrictMath}, whose last bits are the same everywhere.
 *
 * @param stepsAnEpoch at least 1
 */
record LearningRates(TrainingSettings settings, long stepsAnEpoch) implements LongToDoubleFunction {

  /** For so many images. */
  static LearningRates of(TrainingSettings settings, int images) {
    return new LearningRates(settings, (images + settings.batch() - 1) / settings.batch());
  }

  /**
   * The rate of a step.
   *
   * @param step from 1
   */
  @Override
  public double applyAsDouble(long step) {
    double warming = settings.more().warmUp() * stepsAnEpoch;
    double warm = step < warming ? step / warming : 1;
    return settings.learningRate() * scheduled(step - 1, warming) * warm;
  }

  /** The rate of an epoch's last step; epochs count from 1. */
  double atEndOf(int epoch) {
    return applyAsDouble(epoch * stepsAnEpoch);
  }

  private double scheduled(long before, double warming) {
    Schedule schedule = settings.more().schedule();
    if (schedule instanceof Schedule.Step step) {
      long falls = before / (stepsAnEpoch * step.every());
      return StrictMath.pow(step.factor(), (double) falls);
    } else if (schedule instanceof Schedule.Cosine cosine) {
      double way = settings.epochs() * stepsAnEpoch - warming;
      double done = Math.max(0, before - warming) / Math.max(1, way);
      double wave = (1 + StrictMath.cos(StrictMath.PI * Math.min(done, 1))) / 2;
      return cosine.to() + (1 - cosine.to()) * wave;
    }
    return 1;
  }
}

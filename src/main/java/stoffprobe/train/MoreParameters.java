package stoffprobe.train;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import stoffprobe.config.Augmentation;
import stoffprobe.config.MoreTraining;
import stoffprobe.config.Schedule;
import stoffprobe.config.TrainingSettings;
import stoffprobe.config.TrainingSettings.Optimizer;

/**
 * Settings of a training as the engine compares them, which are left out where they change nothing:
 * a program that learns a new one does not train again what goes without it.
 */
final class MoreParameters {

  private MoreParameters() {}

  /** By their keys. */
  static Map<String, Object> of(TrainingSettings training) {
    MoreTraining more = training.more();
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (training.optimizer() == Optimizer.SGD) {
      parameters.put("training.momentum", more.momentum());
    }
    if (more.weightDecay(training.optimizer()) > 0) {
      parameters.put("training.weight-decay", more.weightDecay(training.optimizer()));
    }
    if (!(more.schedule() instanceof Schedule.Constant)) {
      parameters.put("training.schedule", schedule(more.schedule()));
    }
    if (more.warmUp() > 0) {
      parameters.put("training.warm-up", more.warmUp());
    }
    more.earlyStopping()
        .ifPresent(stop -> parameters.put("training.early-stopping.patience", stop.patience()));
    if (!more.augmentation().equals(Augmentation.NONE)) {
      parameters.put("training.augmentation.shift", more.augmentation().shift());
      parameters.put("training.augmentation.flip", more.augmentation().flip());
    }
    return parameters;
  }

  /** The optimizer's word in the pipeline file. */
  static String word(Optimizer optimizer) {
    return optimizer.name().toLowerCase(Locale.ROOT);
  }

  private static String schedule(Schedule schedule) {
    if (schedule instanceof Schedule.Step step) {
      return "step, every " + step.every() + ", factor " + step.factor();
    } else if (schedule instanceof Schedule.Cosine cosine) {
      return "cosine to " + cosine.to();
    }
    return "constant";
  }
}

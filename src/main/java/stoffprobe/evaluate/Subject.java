package stoffprobe.evaluate;

import stoffprobe.config.TrainingSettings.Device;

/**
 * A trained model to evaluate.
 *
 * @param model its name; the stage {@code train-<model>} trained it
 * @param batch images a test batch, for the means over batches; at least 1
 * @param device where it computes: as in its training
 */
public record Subject(String model, int batch, Device device) {

  public Subject {
    if (batch < 1) {
      throw new IllegalArgumentException("batches of " + batch);
    }
  }

  /** The stage that trained it. */
  String stage() {
    return "train-" + model;
  }

  /** That stage's output folder. */
  String folder() {
    return "4-" + stage();
  }
}

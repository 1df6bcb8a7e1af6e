package stoffprobe.evaluate;

/**
 * A trained model to evaluate.
 *
 * @param model its name; the stage {@code train-<model>} trained it
 * @param batch images a test batch, for the means over batches; at least 1
 */
public record Subject(String model, int batch) {

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

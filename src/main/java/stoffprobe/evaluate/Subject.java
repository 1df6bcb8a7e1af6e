package stoffprobe.evaluate;

import java.util.List;
import stoffprobe.config.Layer;
import stoffprobe.config.TrainingSettings.Device;

/**
 * A trained model to evaluate.
 *
 * @param model its name; the stage {@code train-<model>} trained it
 * @param batch images a test batch, for the means over batches; at least 1
 * @param device where it computes: as in its training
 * @param layers its layers, from the image to the logits
 */
public record Subject(String model, int batch, Device device, List<Layer> layers) {

  /** A model whose layers don't matter. */
  public Subject(String model, int batch, Device device) {
    this(model, batch, device, List.of());
  }

  public Subject {
    layers = List.copyOf(layers);
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

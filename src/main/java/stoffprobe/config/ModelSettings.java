package stoffprobe.config;

import java.util.List;

/**
 * One entry of {@code models}.
 *
 * @param name what the stage {@code train-<name>} and the files are named after
 * @param layers from the image to the logits; the shapes are known to fit
 * @param training the common settings with the model's own over them
 */
public record ModelSettings(String name, List<Layer> layers, TrainingSettings training) {

  public ModelSettings {
    layers = List.copyOf(layers);
  }
}

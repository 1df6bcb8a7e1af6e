package stoffprobe.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is measured, and how often.
 *
 * @param repetitions how often each side takes its turn, at least 1
 * @param epochs epochs of a measured training by model; more than {@link #warmUp} of it
 * @param notebookEpochs epochs of the notebook's loop, at least 1
 * @param parts what is measured
 */
public record Settings(
    int repetitions, Map<String, Integer> epochs, int notebookEpochs, Set<PartName> parts) {

  public Settings {
    epochs = Map.copyOf(epochs);
    parts = Set.copyOf(parts);
    epochs.forEach(
        (model, count) -> {
          if (count <= warmUp(model)) {
            throw new IllegalArgumentException(
                model + ": " + count + " epochs, but the first " + warmUp(model) + " don't count");
          }
        });
    if (repetitions < 1 || notebookEpochs < 1) {
      throw new IllegalArgumentException("at least one repetition and one epoch are needed");
    }
  }

  /** As {@code bench.json} has them. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("repetitions", repetitions);
    for (String model : Experiment.MODELS) {
      json.put(model + "_epochs", epochs(model));
      json.put(model + "_epochs_left_out", warmUp(model));
    }
    json.put("notebook_epochs", notebookEpochs);
    json.put("parts", new TreeSet<>(parts).stream().map(part -> part.word()).toList());
    return json;
  }

  /** Epochs of a measured training of {@code model}. */
  public int epochs(String model) {
    return Objects.requireNonNull(epochs.get(model), model);
  }

  /**
   * How many epochs at the start of a training don't count, on either side: the JVM still compiles
   * the loop around the engine. An epoch of the MLP is so short that the second suffers as well.
   */
  public static int warmUp(String model) {
    return model.equals("mlp") ? 2 : 1;
  }
}

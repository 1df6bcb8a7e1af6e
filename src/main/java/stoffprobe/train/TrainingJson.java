package stoffprobe.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stoffprobe.config.TrainingSettings;
import stoffprobe.data.Json;
import stoffprobe.engine.Build;
import stoffprobe.model.Backend;
import stoffprobe.model.Weights;

/**
 * {@code training.json}: with what a model was trained, on what, and how fast.
 *
 * @param examples training images
 * @param seconds the whole stage
 */
record TrainingJson(
    Train stage,
    Backend backend,
    Weights weights,
    List<Epoch> history,
    long examples,
    double seconds) {

  /** Writes a new file. */
  static void write(Path file, TrainingJson training) throws IOException {
    Json.write(file, training.fields());
  }

  private Map<String, Object> fields() {
    TrainingSettings training = stage.model().training();
    double trainSeconds = history.stream().mapToDouble(Epoch::trainSeconds).sum();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", stage.model().name());
    fields.put("parameters", weights.count());
    fields.put("weights_sha256", weights.sha256());
    fields.put("device", backend.device().toLowerCase(Locale.ROOT));
    fields.put("device_name", stage.deviceName());
    fields.put("threads", backend.threads());
    fields.put("shards", training.shards());
    int epochs = history.size() - 1;
    fields.put("epochs", epochs);
    if (training.more().earlyStopping().isPresent()) {
      fields.put("best_epoch", BestWeights.epoch(history));
    }
    fields.put("batch", training.batch());
    fields.put("optimizer", MoreParameters.word(training.optimizer()));
    fields.put("learning_rate", training.learningRate());
    fields.put("seed", stage.seed());
    fields.put("tensorflow", Build.property("tensorflow"));
    fields.put("seconds", seconds);
    fields.put("train_seconds", trainSeconds);
    fields.put("examples_per_second", examples * (double) epochs / trainSeconds);
    return fields;
  }
}

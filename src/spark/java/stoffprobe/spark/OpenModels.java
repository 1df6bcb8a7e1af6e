package stoffprobe.spark;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Host;
import stoffprobe.model.TensorFlowEnvironment;
import stoffprobe.predict.Classifier;

/** The models that this JVM has open: one session serves all its tasks. */
final class OpenModels {

  private static final Map<List<Object>, Classifier> OPEN = new HashMap<>();

  private OpenModels() {}

  /** The task's model, opened by the first that asks. */
  static Classifier of(ClassifyRows task) throws IOException {
    Optional<List<String>> names = Optional.of(task.names()).filter(known -> !known.isEmpty());
    Device device = Device.valueOf(task.device());
    task.levels().add(level(device));
    synchronized (OPEN) {
      List<Object> key = List.of(task.model().open(), device, names);
      Classifier open = OPEN.get(key);
      if (open == null) {
        check(task.environment());
        open =
            Classifier.open(task.model().open().get(0), new Classifier.Options(device, 1, names));
        OPEN.put(key, open);
      }
      return open;
    }
  }

  /** Closes all; for a JVM that goes on to other work. */
  static void close() {
    synchronized (OPEN) {
      OPEN.values().forEach(Classifier::close);
      OPEN.clear();
    }
  }

  /** TensorFlow reads these without a word, and computes other bits. */
  private static void check(Map<String, String> environment) throws IOException {
    for (Map.Entry<String, String> wanted : environment.entrySet()) {
      String found = System.getenv().getOrDefault(wanted.getKey(), "");
      if (!found.equals(wanted.getValue())) {
        throw new IOException(
            "The executor's environment has %s='%s' where the driver's has '%s'. Unset it there."
                .formatted(wanted.getKey(), found, wanted.getValue()));
      }
    }
  }

  private static String level(Device device) {
    return new TensorFlowEnvironment(Host.current(), System.getenv())
        .forInference(List.of(device))
        .decisive()
        .getOrDefault("instruction-set", "gpu");
  }
}

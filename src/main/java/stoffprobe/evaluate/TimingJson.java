package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stoffprobe.data.Json;

/**
 * {@code timing.json}: how fast each model answers. A file of its own, as it never repeats bit for
 * bit while {@code metrics.json} does.
 */
final class TimingJson {

  private TimingJson() {}

  /** Writes a new file, models in the order given. */
  static void write(Path file, List<EvaluatedModel> evaluated) throws IOException {
    Map<String, Object> models = new LinkedHashMap<>();
    evaluated.forEach(model -> models.put(model.name(), model(model.timing())));
    Json.write(file, Map.of("models", models));
  }

  private static Map<String, Object> model(Timing timing) {
    Map<String, Object> latency = new LinkedHashMap<>();
    latency.put("p50", timing.latencyMs().p50());
    latency.put("p95", timing.latencyMs().p95());
    latency.put("p99", timing.latencyMs().p99());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("latency_ms", latency);
    model.put("single_images", timing.singleImages());
    model.put("images_per_second", timing.imagesPerSecond());
    model.put("batch_images", timing.batchImages());
    return model;
  }
}

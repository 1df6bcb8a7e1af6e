package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast a trained model answers, as {@code timing.json} has it.
 *
 * @param median milliseconds for one image by itself, half of the images took no longer
 * @param p95 likewise, 95 of 100 took no longer
 * @param imagesPerSecond in batches
 */
public record Timing(double median, double p95, double imagesPerSecond) {

  /** The times of all models, by name. */
  public static Map<String, Timing> readAll(Path file) throws IOException {
    JsonFile models = JsonFile.read(file).object("models");
    Map<String, Timing> timings = new LinkedHashMap<>();
    for (String name : models.keys()) {
      JsonFile model = models.object(name);
      JsonFile latency = model.object("latency_ms");
      timings.put(
          name,
          new Timing(
              latency.number("p50"), latency.number("p95"), model.number("images_per_second")));
    }
    return timings;
  }
}

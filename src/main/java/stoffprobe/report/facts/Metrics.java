package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code 5-evaluate/metrics.json} says.
 *
 * @param models by name
 */
public record Metrics(
    long seed, long testExamples, Map<String, ModelMetrics> models, List<Comparison> comparisons) {

  public Metrics {
    models = Map.copyOf(models);
    comparisons = List.copyOf(comparisons);
  }

  /** Reads the file. */
  public static Metrics read(Path file) throws IOException {
    JsonFile root = JsonFile.read(file);
    JsonFile entries = root.object("models");
    Map<String, ModelMetrics> models = new LinkedHashMap<>();
    for (String name : entries.keys()) {
      models.put(name, ModelMetrics.read(entries.object(name)));
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (JsonFile entry : root.objects("comparisons")) {
      comparisons.add(Comparison.read(entry));
    }
    return new Metrics(root.whole("seed"), root.whole("test_examples"), models, comparisons);
  }
}

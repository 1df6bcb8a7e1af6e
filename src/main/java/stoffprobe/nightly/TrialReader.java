package stoffprobe.nightly;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stoffprobe.engine.Input;
import stoffprobe.engine.Journal;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.Stage;
import stoffprobe.sweep.RunRecord;

/**
 * Reads what a cold run left.
 *
 * @param root the run's output folder, {@code DIR/<pipeline>}
 * @param stages the pipeline's, in order
 */
record TrialReader(Path root, List<Stage> stages) {

  private static final String EVALUATION = "5-evaluate";

  /**
   * The run.
   *
   * @param machine what no manifest tells
   */
  Trial trial(Map<String, String> machine) throws IOException {
    JsonNode line = lastLine();
    List<StageResult> results = new ArrayList<>();
    for (Stage stage : stages) {
      results.add(stage(stage, line));
    }
    return new Trial(
        Instant.parse(line.path("started").asText()),
        line.path("seconds").asDouble(),
        results,
        models(),
        machine);
  }

  /** What the models said of the test images. */
  Answers answers() throws IOException {
    List<Integer> labels = new ArrayList<>();
    Map<String, List<Integer>> predictions = new LinkedHashMap<>();
    for (String model : models().keySet()) {
      List<Integer> predicted = new ArrayList<>();
      labels.clear();
      Path file = root.resolve(EVALUATION).resolve("predictions-" + model + ".csv");
      for (String row : Files.readAllLines(file).stream().skip(1).toList()) {
        String[] fields = row.split(",", 4);
        labels.add(Integer.valueOf(fields[1]));
        predicted.add(Integer.valueOf(fields[2]));
      }
      predictions.put(model, predicted);
    }
    return new Answers(labels, predictions);
  }

  /** The hash of a model's trained variables, as its training left them. */
  String weights(String stage) throws IOException {
    Path folder = root.resolve(named(stage).folder());
    Map<String, String> results =
        RepeatableResults.of(folder, Manifest.read(folder.resolve(Manifest.FILE)));
    return results.getOrDefault(RepeatableResults.WEIGHTS, "");
  }

  /** Why the last command failed, in its own words; empty if it did not, or wrote nothing down. */
  Optional<String> failure() {
    return journal().failure();
  }

  private StageResult stage(Stage stage, JsonNode line) throws IOException {
    Path folder = root.resolve(stage.folder());
    Manifest manifest = Manifest.read(folder.resolve(Manifest.FILE));
    Map<String, String> environment = new LinkedHashMap<>(manifest.environment().decisive());
    environment.putAll(manifest.environment().noted());
    return new StageResult(
        stage.name(),
        manifest.seconds(),
        peak(line, stage.name()),
        manifest.parameters(),
        sources(stage, manifest),
        manifest.code(),
        environment,
        RepeatableResults.of(folder, manifest));
  }

  private static Map<String, String> sources(Stage stage, Manifest manifest) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Input input : stage.inputs()) {
      if (input instanceof Input.External external) {
        String hash = manifest.inputs().get(external.name());
        if (hash != null) {
          sources.put(external.name(), hash);
        }
      }
    }
    return sources;
  }

  private static @Nullable Long peak(JsonNode line, String stage) {
    for (JsonNode run : line.path("stages")) {
      JsonNode bytes = run.path("peak_memory_bytes");
      if (run.path("stage").asText().equals(stage) && bytes.isNumber()) {
        return bytes.asLong();
      }
    }
    return null;
  }

  private Map<String, ModelResult> models() throws IOException {
    JsonNode metrics =
        RecordJson.MAPPER.readTree(root.resolve(EVALUATION).resolve("metrics.json").toFile());
    Map<String, ModelResult> models = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> model : metrics.path("models").properties()) {
      models.put(
          model.getKey(),
          new ModelResult(
              model.getValue().path("weights_sha256").asText(),
              model.getValue().path("predictions_sha256").asText(),
              RunRecord.metricsOf(model.getValue())));
    }
    return models;
  }

  private JsonNode lastLine() throws IOException {
    return journal()
        .last()
        .orElseThrow(() -> new IOException(root.resolve("runs.jsonl") + " tells of no run."));
  }

  private Journal journal() {
    return new Journal(root.resolve("runs.jsonl"));
  }

  private Stage named(String name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst().orElseThrow();
  }
}

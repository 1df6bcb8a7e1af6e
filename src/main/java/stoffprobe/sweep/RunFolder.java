package stoffprobe.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.engine.Journal;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.OutputFile;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.SafeFiles;
import stoffprobe.engine.Sha256;
import stoffprobe.engine.UnreadableManifestException;

/** The folder of a run: what a training and an evaluation left there, and {@code run.json}. */
record RunFolder(Task task) {

  private static final Logger LOG = LogManager.getLogger();

  private static final String RECORD = "run.json";
  private static final String EVALUATION = "5-evaluate";

  /** What came of it, if that was written down. */
  Optional<RunRecord> record() throws IOException {
    try {
      return Optional.of(RecordJson.MAPPER.readValue(file().toFile(), RunRecord.class));
    } catch (JsonProcessingException e) {
      LOG.debug("A damaged record; the run is looked at again", e);
      return Optional.empty();
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      return Optional.empty();
    }
  }

  void write(RunRecord record) throws IOException {
    String text = RecordJson.PRETTY.writeValueAsString(record) + "\n";
    SafeFiles.write(file(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether its results are what their manifests say, byte for byte. */
  boolean intact() throws IOException {
    try {
      for (String folder : task.resultFolders()) {
        Path path = task.folder().resolve(folder);
        for (OutputFile output : Manifest.read(path.resolve(Manifest.FILE)).outputs()) {
          Path file = path.resolve(output.path());
          if (!Files.isRegularFile(file) || !Sha256.of(file).equals(output.sha256())) {
            return false;
          }
        }
      }
      return true;
    } catch (UnreadableManifestException | NoSuchFileException e) {
      return false;
    }
  }

  /** How long the training took, in seconds. */
  double trainSeconds() throws IOException {
    return json("4-train-" + task.model(), "training.json").path("train_seconds").asDouble();
  }

  /** What {@code metrics.json} says of the model. */
  JsonNode evaluation() throws IOException {
    return json(EVALUATION, "metrics.json").path("models").path(task.model());
  }

  /** Its metrics that are one number, by name. */
  static Map<String, Double> metrics(JsonNode evaluation) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> metric : evaluation.properties()) {
      if (metric.getValue().isNumber() && !metric.getKey().equals("parameters")) {
        numbers.put(metric.getKey(), metric.getValue().asDouble());
      }
    }
    return numbers;
  }

  /** The hash of the test images that it was evaluated on. */
  String testImages() throws IOException {
    Manifest manifest = Manifest.read(task.folder().resolve(EVALUATION).resolve(Manifest.FILE));
    return manifest.inputs().getOrDefault("3-preprocess/test-images.npy", "");
  }

  /** Whether the model was right, image by image. */
  boolean[] right() throws IOException {
    Path file = task.folder().resolve(EVALUATION).resolve("predictions-" + task.model() + ".csv");
    List<String> rows = Files.readAllLines(file);
    boolean[] right = new boolean[rows.size() - 1];
    for (int i = 0; i < right.length; i++) {
      String[] fields = rows.get(i + 1).split(",", 4);
      right[i] = fields[1].equals(fields[2]);
    }
    return right;
  }

  /** Why the last command failed, in its own words; empty if it did not, or wrote nothing down. */
  Optional<String> failure() {
    try {
      List<String> lines = new Journal(task.folder().resolve("runs.jsonl")).lines();
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(
                  RecordJson.MAPPER.readTree(lines.get(lines.size() - 1)).path("error").asText())
              .filter(error -> !error.isBlank());
    } catch (IOException e) {
      LOG.debug("No reason was written down", e);
      return Optional.empty();
    }
  }

  private JsonNode json(String folder, String name) throws IOException {
    return RecordJson.MAPPER.readTree(task.folder().resolve(folder).resolve(name).toFile());
  }

  private Path file() {
    return task.folder().resolve(RECORD);
  }
}

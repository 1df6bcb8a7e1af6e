package stoffprobe.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stoffprobe.engine.Journal;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.OutputFile;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.SafeFiles;
import stoffprobe.engine.Sha256;
import stoffprobe.engine.UnreadableManifestException;

/** The folder of a run: what a training and an evaluation left there, and {@code run.json}. */
record RunFolder(Task task) {

  private static final String EVALUATION = "5-evaluate";

  /** What came of it, if that was written down. */
  Optional<RunRecord> record() throws IOException {
    return RunRecord.read(task.folder());
  }

  void write(RunRecord record) throws IOException {
    String text = RecordJson.PRETTY.writeValueAsString(record) + "\n";
    SafeFiles.write(task.folder().resolve(RunRecord.FILE), text.getBytes(StandardCharsets.UTF_8));
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

  /** What a training and its evaluation came to. */
  RunRecord.Results results() throws IOException {
    JsonNode training = json("4-train-" + task.model(), "training.json");
    JsonNode evaluation = json(EVALUATION, "metrics.json").path("models").path(task.model());
    Manifest manifest = Manifest.read(task.folder().resolve(EVALUATION).resolve(Manifest.FILE));
    return new RunRecord.Results(
        training.path("train_seconds").asDouble(),
        evaluation.path("parameters").asLong(),
        evaluation.path("weights_sha256").asText(),
        evaluation.path("predictions_sha256").asText(),
        manifest.inputs().getOrDefault("3-preprocess/test-images.npy", ""),
        RunRecord.metricsOf(evaluation));
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
    return new Journal(task.folder().resolve("runs.jsonl")).failure();
  }

  private JsonNode json(String folder, String name) throws IOException {
    return RecordJson.MAPPER.readTree(task.folder().resolve(folder).resolve(name).toFile());
  }
}

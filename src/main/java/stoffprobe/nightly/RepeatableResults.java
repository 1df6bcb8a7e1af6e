package stoffprobe.nightly;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.OutputFile;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.Sha256;

/** What of a stage's files has to be the same each time, which what tells times is not. */
final class RepeatableResults {

  /** The hash of a training's variables stands for them; TensorFlow's files hold more. */
  static final String WEIGHTS = "weights";

  private static final String TRAINING = "training.json";
  private static final String HISTORY = "history.csv";
  private static final Set<String> TIMED = Set.of("source.json", TRAINING, "timing.json");
  private static final List<String> FOLDERS = List.of("saved_model/", "tensorboard/", "figures/");

  private RepeatableResults() {}

  /**
   * SHA-256 of each result, by path or name.
   *
   * @param folder the stage's
   */
  static Map<String, String> of(Path folder, Manifest manifest) throws IOException {
    Map<String, String> results = new LinkedHashMap<>();
    for (OutputFile file : manifest.outputs()) {
      String path = file.path();
      if (path.equals(HISTORY)) {
        results.put(HISTORY, history(folder.resolve(path)));
      } else if (!timed(path)) {
        results.put(path, file.sha256());
      }
      if (path.equals(TRAINING)) {
        JsonNode training = RecordJson.MAPPER.readTree(folder.resolve(path).toFile());
        results.put(WEIGHTS, training.path("weights_sha256").asText());
      }
    }
    return results;
  }

  private static boolean timed(String path) {
    return TIMED.contains(path)
        || path.endsWith(".html")
        || FOLDERS.stream().anyMatch(path::startsWith);
  }

  /** Of the history without its columns of seconds. */
  private static String history(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Integer> kept = new ArrayList<>();
    if (!lines.isEmpty()) {
      String[] columns = lines.get(0).split(",", -1);
      IntStream.range(0, columns.length)
          .filter(i -> !columns[i].endsWith("_seconds"))
          .forEach(kept::add);
    }
    String text =
        lines.stream()
            .map(line -> line.split(",", -1))
            .map(fields -> kept.stream().map(i -> fields[i]).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n"));
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

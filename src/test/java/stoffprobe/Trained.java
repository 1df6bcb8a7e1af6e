package stoffprobe;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import stoffprobe.train.EventFile;

/**
 * What a training left, as far as it has to be the same each time: all but seconds.
 *
 * @param weights their SHA-256
 * @param history rows of {@code history.csv} without seconds
 * @param events what TensorBoard shows, without seconds
 */
record Trained(String weights, List<String> history, Map<String, String> events) {

  /**
   * Reads a training's folder.
   *
   * @param root {@code output/<pipeline>}
   */
  static Trained read(Path root, String model) throws IOException {
    Path folder = root.resolve("4-train-" + model);
    return new Trained(
        new ObjectMapper()
            .readTree(folder.resolve("training.json").toFile())
            .get("weights_sha256")
            .asText(),
        history(folder),
        EventFile.withoutSeconds(folder.resolve("tensorboard/events.out.tfevents.0." + model)));
  }

  private static List<String> history(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("history.csv"));
    List<String> columns = Arrays.asList(lines.get(0).split(",", -1));
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      fields[columns.indexOf("train_seconds")] = "";
      fields[columns.indexOf("test_seconds")] = "";
      rows.add(String.join(",", fields));
    }
    return rows;
  }
}

package stoffprobe.sweep;

import java.nio.file.Path;
import java.util.List;

/**
 * A run to carry out: {@code stoffprobe run FILE evaluate --output FOLDER/..}, which begins with
 * the prepared data.
 *
 * @param id names it; its pipeline's name, too
 * @param model the one it trains
 * @param file its pipeline file
 * @param folder where its results belong; its last name is {@code id}
 */
public record Task(String id, String model, Path file, Path folder) {

  /** The stages that a worker brings home; the data it began with stay there. */
  public List<String> resultFolders() {
    return List.of("4-train-" + model, "5-evaluate");
  }
}

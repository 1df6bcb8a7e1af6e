package stoffprobe.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
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

  /**
   * The command that carries it out.
   *
   * @param program the command that stands for this program, without arguments
   * @param threads how many cores it may use
   * @param options further ones of {@code run}
   */
  public List<String> command(List<String> program, int threads, List<String> options) {
    List<String> command = new ArrayList<>(program);
    // A sweep that was killed may have left the run going; this one then waits, and finds it done.
    command.addAll(List.of("run", file.toString(), "evaluate", "--wait"));
    command.addAll(List.of("--output", String.valueOf(folder.getParent())));
    command.addAll(List.of("--set", "models." + model + ".training.threads=" + threads));
    command.addAll(options);
    return command;
  }
}

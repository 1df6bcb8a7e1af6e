package stoffprobe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run begins with, where that is not what the pipeline file says. */
final class SourceOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with the data set's source files, looked at before all other places.")
  private @Nullable Path data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a value of the pipeline file, e.g. --set training.epochs=2.")
  private List<String> overrides = new ArrayList<>();

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** The values of {@code --set}. */
  List<String> overrides() {
    return List.copyOf(overrides);
  }

  /** {@code --data} for another process, if it was given. */
  List<String> dataPassedOn() {
    return data().map(folder -> List.of("--data", folder.toString())).orElse(List.of());
  }
}

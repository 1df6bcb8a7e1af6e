package stoffprobe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import stoffprobe.config.InvalidPipelineException;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.PipelineReader;
import stoffprobe.engine.Engine;
import stoffprobe.engine.Progress;

/** The options that every command about a pipeline shares. */
final class PipelineOptions {

  private static final Path DEFAULT = Path.of("pipelines", "fashion-mnist.yaml");

  @Option(
      names = "--pipeline",
      paramLabel = "FILE",
      description = "Pipeline file (default: pipelines/fashion-mnist.yaml).")
  private @Nullable Path pipeline;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output",
      description =
          "Folder of the results; they go to DIR/<pipeline>/ (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("output");

  @Mixin private SourceOptions source = new SourceOptions();

  /** Reads the pipeline file; {@code positional} is the one given without an option, if any. */
  PipelineFile read(Optional<Path> positional) throws IOException, InvalidPipelineException {
    return PipelineReader.read(path(positional), source.overrides());
  }

  /** The pipeline file that {@link #read} reads. */
  Path file(Optional<Path> positional) throws InvalidPipelineException {
    return path(positional);
  }

  /** What the run begins with, where that is not what the file says. */
  SourceOptions source() {
    return source;
  }

  Optional<Path> data() {
    return source.data();
  }

  /** The engine of a pipeline. */
  Engine engine(PipelineFile file, StageList stages, Progress progress) throws IOException {
    return new Engine(root(file), stages.of(file, data()), progress, Clock.systemUTC());
  }

  /** The output folder of a pipeline. */
  Path root(PipelineFile file) {
    return output.resolve(file.name());
  }

  private Path path(Optional<Path> positional) throws InvalidPipelineException {
    if (pipeline != null && positional.isPresent() && !positional.get().equals(pipeline)) {
      throw new InvalidPipelineException(
          List.of("Two pipeline files: " + positional.get() + " and --pipeline " + pipeline + "."));
    }
    return positional.or(() -> Optional.ofNullable(pipeline)).orElse(DEFAULT);
  }
}

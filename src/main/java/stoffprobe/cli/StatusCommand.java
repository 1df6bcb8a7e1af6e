package stoffprobe.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stoffprobe.config.PipelineFile;
import stoffprobe.engine.Engine;
import stoffprobe.engine.Progress;
import stoffprobe.engine.StageStatus;

/** {@code status}: what is stale, and why. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Tell what is stale, and why: one line a stage, with every changed field's old and new value.",
      "Exit code 0 if all is up to date, 3 if something is stale."
    })
final class StatusCommand implements Callable<Integer> {

  private final StageList stages;

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Parameters(paramLabel = "PIPELINE", arity = "0..1", description = "Pipeline file.")
  private @Nullable Path pipeline;

  StatusCommand(StageList stages) {
    this.stages = stages;
  }

  @Override
  public Integer call() throws Exception {
    PipelineFile file = options.read(Optional.ofNullable(pipeline));
    Engine engine = options.engine(file, stages, Progress.NONE);
    int exitCode = 0;
    for (StageStatus status : engine.status()) {
      if (status.upToDate()) {
        System.out.println(status.stage() + ": up to date");
      } else {
        System.out.println(status.stage() + ": stale: " + String.join("; ", status.reasons()));
        exitCode = Errors.STALE;
      }
      status.notes().forEach(note -> System.out.println("  note: " + note));
    }
    return exitCode;
  }
}

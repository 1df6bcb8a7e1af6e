package stoffprobe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import stoffprobe.config.PipelineFile;
import stoffprobe.engine.Engine;
import stoffprobe.engine.Progress;

/** {@code verify}: hashes all results again. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hash all results again and compare them with their manifests.",
      "Exit code 0 if all agree, 4 on any difference."
    })
final class VerifyCommand implements Callable<Integer> {

  private final StageList stages;

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Parameters(paramLabel = "PIPELINE", arity = "0..1", description = "Pipeline file.")
  private @Nullable Path pipeline;

  VerifyCommand(StageList stages) {
    this.stages = stages;
  }

  @Override
  public Integer call() throws Exception {
    PipelineFile file = options.read(Optional.ofNullable(pipeline));
    Engine engine = options.engine(file, stages, Progress.NONE);
    List<String> differences = engine.verify();
    differences.forEach(System.out::println);
    if (!differences.isEmpty()) {
      return Errors.DIFFERENT;
    }
    System.out.println(
        engine.hasResults()
            ? "verified: all results are as recorded"
            : "nothing to verify: there is no result in " + options.root(file));
    return 0;
  }
}

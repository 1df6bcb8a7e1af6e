package stoffprobe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stoffprobe.config.PipelineFile;
import stoffprobe.engine.Engine;
import stoffprobe.engine.Progress;

/** {@code accept}: keeps an output although its code or environment changed. */
@Command(
    name = "accept",
    mixinStandardHelpOptions = true,
    description = {
      "Keep a stage's output although the code or the environment that made it has changed.",
      "Leaves a trace in the manifest. Refused if inputs, parameters or the output itself changed."
    },
    footer = {"", "Example:", "  stoffprobe accept train-cnn"})
final class AcceptCommand implements Callable<Integer> {

  private final StageList stages;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Parameters(
      paramLabel = "[PIPELINE] STAGE",
      hideParamSyntax = true,
      arity = "1..2",
      description = "The stage to keep.")
  private List<String> arguments = new ArrayList<>();

  AcceptCommand(StageList stages) {
    this.stages = stages;
  }

  @Override
  public Integer call() throws Exception {
    List<String> names = new ArrayList<>(arguments);
    Optional<Path> positional = Positional.takePipeline(names);
    PipelineFile file = options.read(positional);
    Engine engine = options.engine(file, stages, Progress.NONE);
    if (names.size() != 1 || !engine.stageNames().contains(names.get(0))) {
      throw new ParameterException(
          spec.commandLine(),
          "Name one stage of this pipeline: " + String.join(", ", engine.stageNames()) + ".");
    }
    engine.accept(names.get(0));
    System.out.println(names.get(0) + ": accepted");
    return 0;
  }
}

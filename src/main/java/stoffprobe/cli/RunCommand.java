package stoffprobe.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stoffprobe.config.PipelineFile;
import stoffprobe.engine.Engine;
import stoffprobe.engine.RunRequest;

/** {@code run}: brings stages up to date. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Bring stages up to date: those named and what they need, or all.",
      "A stage whose inputs, parameters and code are those of its last run is not run again."
    },
    footer = {
      "",
      "Examples:",
      "  stoffprobe run",
      "  stoffprobe run pipelines/smoke.yaml",
      "  stoffprobe run pipelines/fashion-mnist.yaml train-cnn --force",
      "  stoffprobe run --set training.epochs=2 --output short"
    })
final class RunCommand implements Callable<Integer> {

  private final StageList stages;
  private final Interruption interruption;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Parameters(
      paramLabel = "[PIPELINE] [STAGE...]",
      hideParamSyntax = true,
      arity = "0..*",
      description =
          "A pipeline file, then stages: ingest, explore, preprocess, train-<model>, evaluate, report.")
  private List<String> arguments = new ArrayList<>();

  @Option(names = "--force", description = "Run the stages named (or all) even if up to date.")
  private boolean force;

  @Option(names = "--wait", description = "Wait for another run of this pipeline to end.")
  private boolean wait;

  RunCommand(StageList stages, Interruption interruption) {
    this.stages = stages;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws Exception {
    List<String> names = new ArrayList<>(arguments);
    Optional<Path> positional = Positional.takePipeline(names);
    PipelineFile file = options.read(positional);
    Engine engine = options.engine(file, stages, TerminalProgress.create());
    for (String name : names) {
      if (!engine.stageNames().contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no stage '"
                + name
                + "' in this pipeline. Its stages: "
                + String.join(", ", engine.stageNames())
                + ".");
      }
    }
    interruption.during(() -> engine.run(new RunRequest(names, force, wait)));
    Path report = options.root(file).resolve("6-report").resolve("report.html");
    if ((names.isEmpty() || names.contains("report")) && Files.exists(report)) {
      System.out.println(report);
    }
    return 0;
  }
}

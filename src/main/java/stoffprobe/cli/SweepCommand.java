package stoffprobe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stoffprobe.config.SweepFile;
import stoffprobe.config.SweepReader;
import stoffprobe.sweep.ProcessWorkers;
import stoffprobe.sweep.RunRecord;
import stoffprobe.sweep.Sweep;
import stoffprobe.sweep.Workers;
import stoffprobe.sweep.page.SweepReport;

/** {@code sweep}: many trainings. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Train models with many seeds and many values of any setting, and tell what they say together.",
      "A run that is done is not carried out again; one that failed is begun once more at the end.",
      "Weights don't depend on how many run at a time. The report is DIR/<sweep>/sweep.html."
    },
    footer = {
      "",
      "A sweep's file:",
      "  base: pipelines/fashion-mnist.yaml",
      "  seeds: [42, 43, 44, 45, 46]",
      "  models: [mlp, cnn]                            all, if it is left out",
      "  grid:                                         every combination, if there is one",
      "    training.learning-rate: [0.001, 0.0003]",
      "",
      "Exit codes: 0 all runs are done, 1 some failed, 2 invalid file, 5 locked, 130 interrupted.",
      "",
      "Examples:",
      "  stoffprobe sweep pipelines/sweep.yaml",
      "  stoffprobe sweep pipelines/sweep.yaml --parallel 4 --set training.epochs=3",
      "  stoffprobe sweep pipelines/sweep.yaml --spark spark://host:7077"
    })
final class SweepCommand implements Callable<Integer> {

  private final StageList stages;
  private final Interruption interruption;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A sweep's file.")
  private Path file = Path.of("pipelines", "sweep.yaml");

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many runs at a time (default: as many as cores and memory allow).")
  private @Nullable Integer parallel;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often a run that failed is begun again (default: ${DEFAULT-VALUE}).")
  private int retries = 1;

  @Option(names = "--force", description = "Carry out runs again, too, that are done.")
  private boolean force;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output",
      description = "Folder of the results; they go to DIR/<sweep>/ (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("output");

  @Mixin private SourceOptions source = new SourceOptions();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  SweepCommand(StageList stages, Interruption interruption) {
    this.stages = stages;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws Exception {
    check();
    if (cluster.chosen()) {
      ClusterOptions.cluster(spec); // before anything is prepared
    }
    SweepFile sweep = SweepReader.read(file, source.overrides());
    Path root = output.resolve(sweep.name());
    List<RunRecord> records = new ArrayList<>();
    interruption.during(() -> records.addAll(run(sweep, root)));
    long failed = records.stream().filter(record -> !record.done()).count();
    System.out.println(root.resolve("sweep.html"));
    if (failed > 0) {
      System.err.println(
          failed
              + " of "
              + records.size()
              + " runs failed; run.json in the folder of each tells why, and the same command"
              + " begins them again.");
    }
    return failed > 0 ? Errors.FAILED : 0;
  }

  private List<RunRecord> run(SweepFile sweep, Path root) throws Exception {
    return new Sweep(sweep, root, pipeline -> stages.of(pipeline, source.data()), Clock.systemUTC())
        .run(
            workers(sweep.runs().size(), source.dataPassedOn()),
            retries,
            force,
            TerminalProgress.create(),
            new SweepReport());
  }

  private Workers workers(int runs, List<String> options) {
    if (cluster.chosen()) {
      return ClusterOptions.cluster(spec).workers(cluster.place(), options);
    }
    Parallelism room = Parallelism.of(Optional.ofNullable(parallel), runs);
    return new ProcessWorkers(OwnProgram.command(), options, room.processes(), room.threads());
  }

  private void check() throws IOException {
    if (parallel != null && parallel < 1) {
      throw new ParameterException(spec.commandLine(), "--parallel takes at least 1.");
    }
    if (parallel != null && cluster.chosen()) {
      throw new ParameterException(
          spec.commandLine(), "--parallel doesn't go with --spark: its cores say how many.");
    }
    if (retries < 0) {
      throw new ParameterException(spec.commandLine(), "--retries takes at least 0.");
    }
  }
}

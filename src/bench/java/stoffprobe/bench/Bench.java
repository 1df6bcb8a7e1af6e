package stoffprobe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import stoffprobe.bench.figures.Limit;
import stoffprobe.bench.process.Children;
import stoffprobe.bench.record.BenchJson;
import stoffprobe.bench.record.BenchRecord;
import stoffprobe.bench.record.BenchTable;
import stoffprobe.bench.record.GitCommit;
import stoffprobe.bench.record.Machine;
import stoffprobe.config.InvalidPipelineException;

/** The benchmark's command: {@code make bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure this project against its peer, in one run on this machine.")
public final class Bench implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--repetitions",
      defaultValue = "3",
      description = "How often each side takes its turn (default: ${DEFAULT-VALUE}).")
  private int repetitions;

  @Option(
      names = "--mlp-epochs",
      defaultValue = "7",
      description = "Epochs of a training of the MLP; the first 2 don't count.")
  private int mlpEpochs;

  @Option(
      names = "--cnn-epochs",
      defaultValue = "2",
      description = "Epochs of a training of the CNN; the first doesn't count.")
  private int cnnEpochs;

  @Option(
      names = "--notebook-epochs",
      defaultValue = "2",
      description = "Epochs of the notebook's own loop.")
  private int notebookEpochs;

  @Option(
      names = "--parts",
      split = ",",
      description = "What to measure: ${COMPLETION-CANDIDATES} (default: all).")
  private Set<PartName> parts = EnumSet.allOf(PartName.class);

  @Option(
      names = "--target",
      defaultValue = "target",
      description = "Where the build left the program and the benchmark.")
  private Path target = Path.of("target");

  @Option(
      names = "--output",
      defaultValue = "output/bench",
      description = "Where bench.json and bench.md go (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("output/bench");

  /** Runs the benchmark: exit code 0, or 1 if a program failed, or 2 for wrong usage. */
  public static void main(String[] args) {
    CommandLine command =
        new CommandLine(new Bench())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (e, line, parsed) -> {
                  System.err.println(e.getMessage() == null ? e : e.getMessage());
                  return 1;
                });
    System.exit(command.execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, InvalidPipelineException {
    Instant started = Instant.now();
    Settings settings = settings();
    String commit = GitCommit.current();
    Optional<String> python = parts.contains(PartName.NOTEBOOK) ? Python.find() : Optional.empty();
    Programs programs = new Programs(target, python);
    Experiment experiment = Experiment.read(Path.of("pipelines/fashion-mnist.yaml"), programs);
    Stand stand =
        new Stand(programs, new Children(target.resolve("bench/logs")), System.err::println);
    if (!programs.hasPeer()) {
      stand
          .notes()
          .add("The peer was not measured: its libraries are there for Linux x86-64 only.");
    }
    new Plan(settings, experiment, programs.hasPeer()).run(stand);

    BenchRecord bench =
        new BenchRecord(
            started,
            Duration.between(started, Instant.now()).toMillis() / 1e3,
            commit,
            Machine.current(),
            stand.versions(),
            settings.json(),
            stand.loads(),
            stand.figures().all(),
            limits(experiment, stand),
            stand.notes());
    Files.createDirectories(output);
    BenchJson.write(output.resolve("bench.json"), bench);
    String table = BenchTable.render(bench);
    Files.writeString(output.resolve("bench.md"), table);
    System.out.print(table);
    return 0;
  }

  private Settings settings() {
    try {
      return new Settings(
          repetitions, Map.of("mlp", mlpEpochs, "cnn", cnnEpochs), notebookEpochs, parts);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static List<Limit> limits(Experiment experiment, Stand stand) throws IOException {
    List<Limit> limits = new ArrayList<>();
    Optional<Double> peak = MatrixPart.peak(stand.figures());
    if (peak.isPresent()) {
      for (String model : Experiment.MODELS) {
        limits.add(experiment.limit(model, peak.get()));
      }
    }
    return limits;
  }
}

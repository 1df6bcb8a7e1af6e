package stoffprobe.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import stoffprobe.engine.Build;

/** {@code stoffprobe}: the commands' common parent. */
@Command(
    name = "stoffprobe",
    description = {
      "Turns a data set of garment images into an honest comparison of neural networks: reads,",
      "explores and prepares the data, trains every model that a pipeline file names, evaluates",
      "them and writes one HTML report.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Stoffprobe.Version.class,
    footer = {
      "",
      "Examples:",
      "  stoffprobe run                                  everything, as far as it is not up to date",
      "  stoffprobe run pipelines/smoke.yaml train-mlp   one stage of another pipeline",
      "  stoffprobe status                               what is stale, and why",
      "  stoffprobe predict shirt.png --model cnn        classify an image",
      "  stoffprobe serve --model cnn                    classify over HTTP, with a page to try it",
      "  stoffprobe nightly                              does the result still come out?",
      "  stoffprobe sweep pipelines/sweep.yaml           many seeds, many settings",
      "",
      "Exit codes: 0 done, 1 a stage failed, 2 wrong usage or invalid pipeline file,",
      "3 something is stale (status), 4 results differ from their record (verify),",
      "5 locked by another run, 6 images unlike the training images (predict --strict),",
      "130 interrupted; nightly has 10, 11 and 12 of its own."
    })
public final class Stoffprobe implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  private Stoffprobe() {}

  /**
   * The command line.
   *
   * @param stages turns a pipeline file into its stages
   * @param interruption how a signal reaches a run
   */
  public static CommandLine commandLine(StageList stages, Interruption interruption) {
    Stoffprobe parent = new Stoffprobe();
    CommandLine commandLine =
        new CommandLine(parent)
            .addSubcommand(new RunCommand(stages, interruption))
            .addSubcommand(new StatusCommand(stages))
            .addSubcommand(new VerifyCommand(stages))
            .addSubcommand(new AcceptCommand(stages))
            .addSubcommand(new NightlyCommand(stages, interruption))
            .addSubcommand(new SweepCommand(stages, interruption))
            .addSubcommand(new NewCommand())
            .addSubcommand(new PredictCommand())
            .addSubcommand(new ServeCommand(interruption))
            .addSubcommand(new DoctorCommand());
    return commandLine
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Stoffprobe::execute)
        .setParameterExceptionHandler(Errors::usage)
        .setExecutionExceptionHandler((e, command, result) -> Errors.failure(e, parent.debug));
  }

  /** picocli lets an error pass, memory that ran out among them; it would end in a stack trace. */
  private static int execute(CommandLine.ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError | LinkageError | StackOverflowError e) {
      throw Errors.wrapped(parsed.commandSpec().commandLine(), e);
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        new CommandLine(this), "Which command? See 'stoffprobe --help'.");
  }

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "stoffprobe " + Build.property("version"),
        "TensorFlow "
            + Build.property("tensorflow")
            + " ("
            + Build.property("tensorflow.natives")
            + ")",
        "Java " + System.getProperty("java.version")
      };
    }
  }
}

package stoffprobe.cli;

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
import stoffprobe.config.PipelineFile;
import stoffprobe.nightly.Calibration;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.Nightly;
import stoffprobe.nightly.page.NightlyPage;

/** {@code nightly}: proves that the result still comes out. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = {
      "Run the pipeline from its source data in a fresh folder, and compare with the baseline:",
      "bit by bit, and if bits differ, each metric with the spread that seeds alone would cause.",
      "The verdict is one line; nightly.html, nightly.json, nightly.xml (JUnit) and the history",
      "of all nights are in DIR/<pipeline>/nightly/."
    },
    footer = {
      "",
      "Exit codes: 0 reproduced bit for bit, 10 bits differ but every metric is within its",
      "tolerance, 11 a metric drifted, 12 not comparable (no baseline; data or settings changed; or",
      "results differ and code or environment changed too), 1 failed, 5 locked, 130 interrupted.",
      "",
      "Examples:",
      "  stoffprobe nightly --accept-baseline --reason \"first night\"",
      "  stoffprobe nightly --calibrate 5       measure tolerances once, with five other seeds",
      "  stoffprobe nightly --calibrate-from output/sweep    or take them from a sweep",
      "  stoffprobe nightly                     every night, e.g. by cron"
    })
final class NightlyCommand implements Callable<Integer> {

  private final StageList stages;
  private final Interruption interruption;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PipelineOptions options = new PipelineOptions();

  @Parameters(
      paramLabel = "[PIPELINE]",
      hideParamSyntax = true,
      arity = "0..1",
      description = "A pipeline file.")
  private @Nullable Path positional;

  @Option(
      names = "--accept-baseline",
      description = "Make tonight's run the baseline, and record who did so, when and why.")
  private boolean acceptBaseline;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is made the baseline.")
  private @Nullable String reason;

  @Option(
      names = "--calibrate",
      paramLabel = "N",
      description = {
        "Measure tolerances: run the pipeline with the N seeds that follow its own (at least 3),",
        "and keep with the baseline how far each metric spreads. Alone, it runs no night."
      })
  private @Nullable Integer calibrate;

  @Option(
      names = "--calibrate-from",
      paramLabel = "DIR",
      description = {
        "Take the tolerances from a sweep's folder (output/<sweep>): from its runs that differ from",
        "the baseline in their seed alone. Alone, it runs no night."
      })
  private @Nullable Path sweep;

  NightlyCommand(StageList stages, Interruption interruption) {
    this.stages = stages;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws Exception {
    check();
    PipelineFile file = options.read(Optional.ofNullable(positional));
    Path path = options.file(Optional.ofNullable(positional));
    Nightly nightly =
        new Nightly(
            new Nightly.Subject(
                file.name(),
                path,
                file.seed(),
                stages.of(file, options.data()),
                options.root(file)),
            new ProcessRerun(path, passedOn()),
            Clock.systemUTC(),
            (night, nights) ->
                new NightlyPage(file.dataset().classes(), path, options.root(file))
                    .html(night, nights));
    List<Integer> exitCode = new ArrayList<>(List.of(0));
    interruption.during(
        () -> {
          if (acceptBaseline || (calibrate == null && sweep == null)) {
            exitCode.set(0, night(nightly));
          }
          if (calibrate != null) {
            told(nightly.calibrate(calibrate));
          }
          if (sweep != null) {
            told(nightly.calibrateFrom(sweep));
          }
        });
    return exitCode.get(0);
  }

  private void check() {
    if (reason != null && !acceptBaseline) {
      throw new ParameterException(
          spec.commandLine(), "--reason tells why a baseline is accepted: add --accept-baseline.");
    }
    if (calibrate != null && sweep != null) {
      throw new ParameterException(
          spec.commandLine(), "--calibrate and --calibrate-from: one of the two.");
    }
    if (calibrate != null && calibrate < 3) {
      throw new ParameterException(
          spec.commandLine(), "--calibrate takes at least 3 runs: fewer tell nothing of a spread.");
    }
  }

  private int night(Nightly nightly) throws Exception {
    Night night =
        nightly.run(
            acceptBaseline
                ? Optional.of(
                    new Nightly.Acceptance(
                        System.getProperty("user.name", "unknown"), reason == null ? "" : reason))
                : Optional.empty());
    System.out.println(night.verdict().line());
    boolean accepted = acceptBaseline && night.trial() != null;
    if (accepted) {
      System.err.println("Tonight's run is the baseline now.");
    }
    return accepted ? 0 : night.verdict().kind().exitCode();
  }

  private static void told(Calibration calibration) {
    System.out.println("calibrated on seeds " + calibration.seeds());
  }

  private List<String> passedOn() {
    List<String> passed = new ArrayList<>(options.source().dataPassedOn());
    options.source().overrides().forEach(override -> passed.addAll(List.of("--set", override)));
    return passed;
  }
}

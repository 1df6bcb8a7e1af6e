package stoffprobe.nightly;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import stoffprobe.engine.FolderLock;
import stoffprobe.engine.LockedException;
import stoffprobe.engine.SafeFiles;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;

/**
 * Proves that a pipeline's result still comes out: runs it from nothing but its verified source
 * data in a fresh folder, lays the outcome beside a baseline, and keeps the history of all nights
 * in {@code output/<pipeline>/nightly/}.
 */
public final class Nightly {

  private static final Logger LOG = LogManager.getLogger();

  private static final String TRAINING = "train-";

  private final Subject subject;
  private final Rerun rerun;
  private final Clock clock;
  private final NightView view;
  private final Path folder;
  private final BaselineFile baselineFile;
  private final History history;

  /**
   * What is run.
   *
   * @param pipeline its name
   * @param file the pipeline file
   * @param seed the file's
   * @param stages in order
   * @param root {@code output/<pipeline>}
   */
  public record Subject(String pipeline, Path file, long seed, List<Stage> stages, Path root) {

    public Subject {
      stages = List.copyOf(stages);
    }
  }

  /**
   * The wish to make tonight's run the baseline.
   *
   * @param by who wishes so
   * @param reason why
   */
  public record Acceptance(String by, String reason) {}

  /** The nights of a pipeline. */
  public Nightly(Subject subject, Rerun rerun, Clock clock, NightView view) {
    this.subject = subject;
    this.rerun = rerun;
    this.clock = clock;
    this.view = view;
    folder = subject.root().resolve("nightly");
    baselineFile = new BaselineFile(folder);
    history = new History(folder.resolve("history.jsonl"));
  }

  /**
   * A night: runs the pipeline, compares, and writes {@code nightly.json}, {@code nightly.xml}, a
   * line of the history and {@code nightly.html}. A run that fails is a night, too.
   *
   * @param acceptance makes tonight's run the baseline; empty: it stays as it is
   * @throws LockedException if another night of this pipeline is under way
   * @throws InterruptedIOException if the thread was interrupted; no night is recorded then
   */
  public Night run(Optional<Acceptance> acceptance) throws IOException, LockedException {
    FolderLock lock = FolderLock.of(folder, clock);
    try {
      return locked(acceptance);
    } finally {
      lock.close();
    }
  }

  /**
   * Measures how far metrics spread over the seeds that follow the pipeline's, and keeps it with
   * the baseline. A seed that was measured before is not run again.
   *
   * @param runs how many seeds, at least 2
   * @throws StageException if there is no baseline, or a run failed
   */
  public Calibration calibrate(int runs) throws Exception {
    FolderLock lock = FolderLock.of(folder, clock);
    try {
      Baseline baseline =
          baselineFile
              .read()
              .orElseThrow(
                  () ->
                      new StageException(
                          "there is no baseline that tolerances could be kept with; make one with"
                              + " 'stoffprobe nightly --accept-baseline' first."));
      List<Long> seeds = LongStream.rangeClosed(1, runs).mapToObj(i -> subject.seed() + i).toList();
      Calibrator calibrator =
          new Calibrator(folder.resolve("calibration.jsonl"), Recipe.of(baseline.trial()));
      Calibration calibration = calibrator.measure(seeds, this::withSeed);
      baselineFile.write(
          new Baseline(
              baseline.accepted(),
              baseline.by(),
              baseline.reason(),
              baseline.trial(),
              baseline.answers(),
              calibration));
      return calibration;
    } finally {
      lock.close();
    }
  }

  private Trial withSeed(long seed) throws Exception {
    Path fresh = fresh("calibration");
    rerun.run(fresh, List.of("seed=" + seed), List.of());
    Trial trial = reader(fresh).trial(Map.of());
    SafeFiles.delete(fresh);
    return trial;
  }

  private Night locked(Optional<Acceptance> acceptance) throws IOException, LockedException {
    Instant started = clock.instant();
    long start = System.nanoTime();
    // With a new baseline ordered, a damaged one must not be in the way.
    Optional<Baseline> baseline = acceptance.isPresent() ? readable() : baselineFile.read();
    Path fresh = fresh("run");
    Night night;
    try {
      rerun.run(fresh, List.of(), List.of());
      TrialReader reader = reader(fresh);
      Trial trial = reader.trial(Machine.facts(subject.file()));
      Answers answers = reader.answers();
      Optional<Comparison> comparison =
          baseline.map(before -> Comparer.compare(before, trial, answers));
      Repetition repetition = repeated(fresh, reader, trial);
      Verdict verdict =
          comparison
              .map(compared -> Judge.of(compared, repetition))
              .orElseGet(Judge::withoutBaseline);
      List<Cost> costs = Costs.of(trial, history.nights());
      night =
          night(
              started,
              start,
              verdict,
              baseline,
              trial,
              comparison.orElse(null),
              repetition,
              costs,
              acceptance.orElse(null));
      if (acceptance.isPresent()) {
        accept(acceptance.get(), trial, answers, baseline);
      }
    } catch (StageException e) {
      Verdict verdict = Judge.failed(String.valueOf(e.getMessage()));
      night = night(started, start, verdict, baseline, null, null, null, List.of(), null);
    }
    keep(night);
    boolean accepted = acceptance.isPresent() && night.trial() != null;
    if (accepted || night.verdict().kind() == Verdict.Kind.REPRODUCED) {
      SafeFiles.delete(fresh); // there is nothing to look into
    } else {
      LOG.info("The run's results are kept in {}", fresh.resolve(subject.pipeline()));
    }
    return night;
  }

  private Optional<Baseline> readable() {
    try {
      return baselineFile.read();
    } catch (IOException e) {
      LOG.warn("{}", e.getMessage());
      return Optional.empty();
    }
  }

  /** An empty folder to work in; refused while a process of an earlier night still uses it. */
  private Path fresh(String name) throws IOException, LockedException {
    Path fresh = folder.resolve(name);
    FolderLock unused = FolderLock.of(fresh.resolve(subject.pipeline()), clock);
    try {
      LOG.debug("Deletes what an earlier night left in {}", fresh);
      SafeFiles.delete(fresh);
    } finally {
      unused.close();
    }
    return fresh;
  }

  /** Trains the model that takes the shortest time once more. */
  private Repetition repeated(Path fresh, TrialReader reader, Trial trial)
      throws IOException, StageException, LockedException {
    String stage =
        trial.stages().stream()
            .filter(result -> result.stage().startsWith(TRAINING))
            .min(Comparator.comparingDouble(StageResult::seconds))
            .map(StageResult::stage)
            .orElseThrow();
    String before = reader.weights(stage);
    LOG.info("Trains {} a second time, to see whether the machine repeats itself", stage);
    rerun.run(fresh, List.of(), List.of(stage));
    return new Repetition(stage.substring(TRAINING.length()), before, reader.weights(stage));
  }

  private Night night(
      Instant started,
      long start,
      Verdict verdict,
      Optional<Baseline> baseline,
      @Nullable Trial trial,
      @Nullable Comparison comparison,
      @Nullable Repetition repetition,
      List<Cost> costs,
      @Nullable Acceptance accepted) {
    return new Night(
        Night.SCHEMA,
        subject.pipeline(),
        started,
        (System.nanoTime() - start) / 1e9,
        verdict,
        trial,
        baseline.map(Nightly::reference).orElse(null),
        comparison,
        repetition,
        costs,
        accepted);
  }

  private static Night.Reference reference(Baseline baseline) {
    Calibration calibration = baseline.calibration();
    return new Night.Reference(
        baseline.trial().started(),
        baseline.accepted(),
        baseline.by(),
        baseline.reason(),
        calibration == null ? 0 : calibration.seeds().size(),
        calibration == null
            ? 0
            : calibration.tolerances().values().stream().mapToInt(Map::size).sum(),
        baseline.trial().machine());
  }

  private void accept(
      Acceptance acceptance, Trial trial, Answers answers, Optional<Baseline> before)
      throws IOException {
    Calibration calibration =
        before
            .filter(old -> Recipe.of(old.trial()).equals(Recipe.of(trial)))
            .map(Baseline::calibration)
            .orElse(null);
    if (calibration == null) {
      LOG.info("The new baseline has no tolerances yet: 'stoffprobe nightly --calibrate 5'");
    }
    baselineFile.accept(
        new Baseline(
            clock.instant(), acceptance.by(), acceptance.reason(), trial, answers, calibration));
  }

  private void keep(Night night) throws IOException {
    SafeFiles.write(folder.resolve("nightly.json"), NightlyJson.PRETTY.writeValueAsBytes(night));
    SafeFiles.write(
        folder.resolve("nightly.xml"), JUnitXml.of(night).getBytes(StandardCharsets.UTF_8));
    history.add(PastNight.of(night));
    SafeFiles.write(
        folder.resolve("nightly.html"),
        view.html(night, history.nights()).getBytes(StandardCharsets.UTF_8));
  }

  private TrialReader reader(Path fresh) {
    return new TrialReader(fresh.resolve(subject.pipeline()), subject.stages());
  }
}

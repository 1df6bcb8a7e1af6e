package stoffprobe.nightly;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.engine.FolderLock;
import stoffprobe.engine.LockedException;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;

/**
 * Proves that a pipeline's result still comes out: runs it from nothing but its verified source
 * data in a fresh folder, lays the outcome beside a baseline, and keeps the history of all nights
 * in {@code output/<pipeline>/nightly/}.
 */
public final class Nightly {

  private static final Logger LOG = LogManager.getLogger();

  /** Fewer seeds tell nothing of a spread. */
  private static final int LEAST_SEEDS = 3;

  private final Subject subject;
  private final Rerun rerun;
  private final Clock clock;
  private final Path folder;
  private final BaselineFile baselineFile;
  private final NightFiles files;

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
    folder = subject.root().resolve("nightly");
    baselineFile = new BaselineFile(folder);
    files = new NightFiles(folder, view);
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
      Baseline baseline = baseline();
      List<Long> seeds = LongStream.rangeClosed(1, runs).mapToObj(i -> subject.seed() + i).toList();
      Calibrator calibrator =
          new Calibrator(folder.resolve("calibration.jsonl"), Recipe.of(baseline.trial()));
      Calibration calibration = calibrator.measure(seeds, this::withSeed);
      baselineFile.write(baseline.with(calibration));
      return calibration;
    } finally {
      lock.close();
    }
  }

  /**
   * Takes the spread from the runs of a sweep that differ from the baseline in their seed alone,
   * and keeps it with the baseline.
   *
   * @param sweep {@code output/<sweep>}
   * @throws StageException if there is no baseline, no such sweep, or it has too few such runs
   */
  public Calibration calibrateFrom(Path sweep) throws Exception {
    FolderLock lock = FolderLock.of(folder, clock);
    try {
      Baseline baseline = baseline();
      Map<Long, Map<String, ModelResult>> seeds = new SweptSeeds(sweep).like(baseline.trial());
      if (seeds.size() < LEAST_SEEDS) {
        throw new StageException(
            "The sweep in %s has %d seeds with all models of the baseline and its settings; at least %d are needed."
                .formatted(sweep, seeds.size(), LEAST_SEEDS));
      }
      Calibration calibration =
          Calibrator.calibration(List.copyOf(seeds.keySet()), List.copyOf(seeds.values()));
      baselineFile.write(baseline.with(calibration));
      return calibration;
    } finally {
      lock.close();
    }
  }

  private Baseline baseline() throws IOException, StageException {
    return baselineFile
        .read()
        .orElseThrow(
            () ->
                new StageException(
                    "there is no baseline that tolerances could be kept with; make one with"
                        + " 'stoffprobe nightly --accept-baseline' first."));
  }

  private Trial withSeed(long seed) throws Exception {
    ColdRun run = coldRun("calibration");
    run.run(List.of("seed=" + seed));
    Trial trial = run.trial(Map.of());
    run.delete();
    return trial;
  }

  private Night locked(Optional<Acceptance> acceptance) throws IOException, LockedException {
    Instant started = clock.instant();
    long start = System.nanoTime();
    // With a new baseline ordered, a damaged one must not be in the way.
    Optional<Baseline> baseline = acceptance.isPresent() ? readable() : baselineFile.read();
    ColdRun run = coldRun("run");
    Night night;
    try {
      run.run(List.of());
      Trial trial = run.trial(Machine.facts(subject.file()));
      Answers answers = run.answers();
      Optional<Comparison> comparison =
          baseline.map(before -> Comparer.compare(before, trial, answers));
      Repetition repetition = run.repetition(trial);
      Verdict verdict =
          comparison
              .map(compared -> Judge.of(compared, repetition))
              .orElseGet(Judge::withoutBaseline);
      night =
          new Night(
              Night.SCHEMA,
              subject.pipeline(),
              started,
              seconds(start),
              verdict,
              trial,
              baseline.map(Night.Reference::of).orElse(null),
              comparison.orElse(null),
              repetition,
              Costs.of(trial, files.nights()),
              acceptance.orElse(null));
      if (acceptance.isPresent()) {
        accept(acceptance.get(), trial, answers, baseline);
      }
    } catch (StageException e) {
      night =
          new Night(
              Night.SCHEMA,
              subject.pipeline(),
              started,
              seconds(start),
              Judge.failed(String.valueOf(e.getMessage())),
              null,
              baseline.map(Night.Reference::of).orElse(null),
              null,
              null,
              List.of(),
              null);
    }
    files.keep(night);
    boolean accepted = acceptance.isPresent() && night.trial() != null;
    if (accepted || night.verdict().kind() == Verdict.Kind.REPRODUCED) {
      run.delete(); // there is nothing to look into
    } else {
      LOG.info("The run's results are kept in {}", run.results());
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

  private ColdRun coldRun(String name) {
    return new ColdRun(folder.resolve(name), subject, rerun, clock);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}

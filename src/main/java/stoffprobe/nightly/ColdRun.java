package stoffprobe.nightly;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.engine.FolderLock;
import stoffprobe.engine.LockedException;
import stoffprobe.engine.SafeFiles;
import stoffprobe.engine.StageException;

/** A run of the pipeline in a folder of its own, in which nothing lies when it begins. */
final class ColdRun {

  private static final Logger LOG = LogManager.getLogger();

  private static final String TRAINING = "train-";

  private final Path folder;
  private final Path results;
  private final Rerun rerun;
  private final Clock clock;
  private final TrialReader reader;

  ColdRun(Path folder, Nightly.Subject subject, Rerun rerun, Clock clock) {
    this.folder = folder;
    this.results = folder.resolve(subject.pipeline());
    this.rerun = rerun;
    this.clock = clock;
    this.reader = new TrialReader(results, subject.stages());
  }

  /**
   * Empties the folder and runs all stages.
   *
   * @param overrides values of the pipeline file to replace
   * @throws LockedException if a process of an earlier night still uses the folder
   */
  void run(List<String> overrides) throws IOException, StageException, LockedException {
    FolderLock unused = FolderLock.of(results, clock);
    try {
      delete();
    } finally {
      unused.close();
    }
    try {
      rerun.run(folder, overrides, List.of());
    } catch (StageException e) {
      throw new StageException(reader.failure().orElse(String.valueOf(e.getMessage())), e);
    }
  }

  /**
   * What it was made from and what came of it.
   *
   * @param machine what no manifest tells
   */
  Trial trial(Map<String, String> machine) throws IOException {
    return reader.trial(machine);
  }

  Answers answers() throws IOException {
    return reader.answers();
  }

  /** Trains the model that takes the shortest time once more. */
  Repetition repetition(Trial trial) throws IOException, StageException, LockedException {
    String stage =
        trial.stages().stream()
            .filter(result -> result.stage().startsWith(TRAINING))
            .min(Comparator.comparingDouble(StageResult::seconds))
            .map(StageResult::stage)
            .orElseThrow();
    String before = reader.weights(stage);
    LOG.info("Trains {} a second time, to see whether the machine repeats itself", stage);
    rerun.run(folder, List.of(), List.of(stage));
    return new Repetition(stage.substring(TRAINING.length()), before, reader.weights(stage));
  }

  /** Where its results are. */
  Path results() {
    return results;
  }

  void delete() throws IOException {
    SafeFiles.delete(folder);
  }
}

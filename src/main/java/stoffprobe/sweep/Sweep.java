package stoffprobe.sweep;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.config.InvalidPipelineException;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.PipelineReader;
import stoffprobe.config.SweepFile;
import stoffprobe.config.SweepRun;
import stoffprobe.engine.Engine;
import stoffprobe.engine.FolderLock;
import stoffprobe.engine.LockedException;
import stoffprobe.engine.Progress;
import stoffprobe.engine.RunRequest;
import stoffprobe.engine.SafeFiles;
import stoffprobe.engine.Stage;
import stoffprobe.engine.StageException;

/**
 * Carries out the runs of a sweep, as far as they are not done, and keeps what came of each. A run
 * is done once {@code run.json} says so for all that decides its result; whatever ends the sweep
 * costs the runs that are under way, and of these only the epochs since the last one saved.
 */
public final class Sweep {

  private static final Logger LOG = LogManager.getLogger();

  private static final String PREPARATION = "preprocess";

  private final SweepFile file;
  private final Path root;
  private final Stages stages;
  private final Clock clock;

  /** Turns a run's pipeline into its stages. */
  @FunctionalInterface
  public interface Stages {
    List<Stage> of(PipelineFile pipeline) throws IOException;
  }

  /**
   * A sweep.
   *
   * @param root {@code output/<sweep>}; it need not exist
   * @param clock dates runs; nothing is decided by it
   */
  public Sweep(SweepFile file, Path root, Stages stages, Clock clock) {
    this.file = file;
    this.root = root;
    this.stages = stages;
    this.clock = clock;
  }

  /**
   * Brings all runs up to date.
   *
   * @param retries how often a run that failed is begun again, after all others
   * @param force whether to begin those again, too, that are done
   * @param view shows what they tell together
   * @return what came of each, in the order of the file
   * @throws LockedException if another process works on this sweep
   * @throws StageException if the data can't be prepared
   * @throws InterruptedIOException if the thread was interrupted; the next call goes on
   */
  public List<RunRecord> run(
      Workers workers, int retries, boolean force, Progress progress, SweepView view)
      throws IOException, LockedException, StageException, InvalidPipelineException {
    FolderLock lock = FolderLock.of(root, clock);
    try {
      Path prepared = prepare(progress);
      Map<String, PendingRun> all = plan(new RunRecipe(prepared));
      List<PendingRun> open = new ArrayList<>();
      for (PendingRun pending : all.values()) {
        if (force || !pending.upToDate()) {
          open.add(pending);
        }
      }
      LOG.info(
          "{}: {} runs, {} of them done before", file.name(), all.size(), all.size() - open.size());
      for (int round = 1; !open.isEmpty() && round <= retries + 1; round++) {
        if (round > 1) {
          LOG.info("Begins {} again that failed", open.size());
        }
        open = carryOut(open, workers, prepared, round);
      }
      List<RunRecord> records = records(all.values());
      SweepFiles.write(
          root, new Analysis(file, root.resolve("runs")).of(file.file(), records), view);
      return records;
    } finally {
      lock.close();
    }
  }

  private Path prepare(Progress progress) throws IOException, LockedException, StageException {
    Path folder = root.resolve("data");
    new Engine(folder, stages.of(file.pipeline()), progress, clock)
        .run(new RunRequest(List.of(PREPARATION), false, false));
    return folder;
  }

  private Map<String, PendingRun> plan(RunRecipe recipe)
      throws IOException, InvalidPipelineException {
    Path folder = root.resolve("runs");
    Map<String, PendingRun> all = new LinkedHashMap<>();
    for (SweepRun run : file.runs()) {
      Path yaml = folder.resolve(run.id() + ".yaml");
      String text =
          "# A run of the sweep %s. It stands alone:%n#   stoffprobe run FILE --output FOLDER%n%s"
              .formatted(file.name(), run.yaml())
              .replace("\r\n", "\n");
      if (!Files.exists(yaml) || !Files.readString(yaml).equals(text)) {
        SafeFiles.write(yaml, text.getBytes(StandardCharsets.UTF_8));
      }
      Task task = new Task(run.id(), run.variant().model(), yaml, folder.resolve(run.id()));
      String hash = recipe.of(stages.of(PipelineReader.read(yaml, List.of())));
      all.put(run.id(), new PendingRun(run, task, hash));
    }
    return all;
  }

  /** Those that failed. */
  private List<PendingRun> carryOut(
      List<PendingRun> open, Workers workers, Path prepared, int round) throws IOException {
    Map<String, PendingRun> byId = new LinkedHashMap<>();
    open.forEach(pending -> byId.put(pending.task().id(), pending));
    Desk desk = new Desk(byId, round, clock);
    LOG.info("Carries out {} runs in {}", open.size(), workers.description());
    workers.carryOut(open.stream().map(PendingRun::task).toList(), prepared, desk);
    return desk.failed();
  }

  private static List<RunRecord> records(Iterable<PendingRun> all) throws IOException {
    List<RunRecord> records = new ArrayList<>();
    for (PendingRun pending : all) {
      records.add(
          pending
              .folder()
              .record()
              .orElseThrow(
                  () ->
                      new IOException(
                          "run.json of " + pending.task().id() + " is gone; run again.")));
    }
    return records;
  }
}

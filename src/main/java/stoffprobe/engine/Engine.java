package stoffprobe.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Brings the stages of a pipeline up to date: runs what is stale, skips what is not, and publishes
 * only complete results.
 *
 * <pre>{@code
 * Engine engine = new Engine(Path.of("output/smoke"), stages, Progress.NONE, Clock.systemUTC());
 * engine.run(RunRequest.all());
 * }</pre>
 *
 * <p>An {@link IOException} of any method has a message in plain sentences. It is an {@link
 * InterruptedIOException} if the thread was interrupted; its interrupt status is set then.
 */
public final class Engine {

  private static final Logger LOG = LogManager.getLogger();

  private final Layout layout;
  private final StageList stages;
  private final Progress progress;
  private final Clock clock;
  private final FileOperations files;
  private final Examiner examiner;

  /**
   * An engine for one output folder.
   *
   * @param root {@code output/<pipeline>}; it need not exist
   * @param stages in order: each reads from earlier ones alone
   * @param progress shown by the stages
   * @param clock dates manifests and runs; nothing is decided by it
   * @throws IllegalArgumentException if the stages share names or folders or are out of order
   */
  public Engine(Path root, List<Stage> stages, Progress progress, Clock clock) {
    this(root, stages, progress, clock, new DiskOperations());
  }

  Engine(Path root, List<Stage> stages, Progress progress, Clock clock, FileOperations files) {
    layout = new Layout(root);
    this.stages = new StageList(stages);
    this.progress = progress;
    this.clock = clock;
    this.files = files;
    examiner = new Examiner(layout);
  }

  /** The names of all stages, in order. */
  public List<String> stageNames() {
    return stages.names();
  }

  /** What is stale, and why; needs no lock and writes nothing. */
  public List<StageStatus> status() throws IOException {
    try {
      return examiner.all(stages.all()).stream().map(Examination::status).toList();
    } catch (IOException e) {
      throw translated(e);
    }
  }

  /** Whether any stage was ever published. */
  public boolean hasResults() {
    return stages.all().stream().anyMatch(stage -> layout.complete(stage.folder()).isPresent());
  }

  /**
   * Hashes every file of every stage that was ever published; needs no lock and writes nothing.
   *
   * @return a line for each difference from the manifests; none: all is as it was published
   */
  public List<String> verify() throws IOException {
    try {
      return new Verification(layout).differences(stages.all());
    } catch (IOException e) {
      throw translated(e);
    }
  }

  /**
   * Brings stages up to date and adds a line to {@code runs.jsonl}.
   *
   * @throws StageException if a stage failed; the message begins with its name. Its last result
   *     stands, and what it left is kept below {@code .failed}
   * @throws LockedException if another run uses the output folder and the request does not wait
   * @throws IllegalArgumentException if the request names a stage that does not exist
   */
  public RunSummary run(RunRequest request) throws StageException, LockedException, IOException {
    request.stages().forEach(stages::named);
    long start = System.nanoTime();
    Run run = new Run(stages, request, examiner, new Attempt(layout, files, progress, clock));
    try {
      new Command(layout, files, clock).execute("run", request.waitForLock(), run::execute);
    } catch (IOException e) {
      throw translated(e);
    }
    return new RunSummary(run.done(), Seconds.since(start));
  }

  /**
   * Keeps a result although the code or environment that its manifest records has changed. The
   * manifest and {@code runs.jsonl} keep a trace of it.
   *
   * @param stage its name
   * @return what was accepted, as {@link #status} had shown it; nothing if it was up to date
   * @throws StageException if outputs, inputs or parameters differ, or an earlier stage is stale
   * @throws LockedException if a run uses the output folder
   * @throws IllegalArgumentException if there is no such stage
   */
  public List<String> accept(String stage) throws StageException, LockedException, IOException {
    stages.named(stage);
    List<String> changes = new ArrayList<>();
    try {
      new Command(layout, files, clock)
          .execute("accept", false, line -> changes.addAll(accept(stage, line)));
    } catch (IOException e) {
      throw translated(e);
    }
    return List.copyOf(changes);
  }

  private List<String> accept(String stage, Map<String, Object> line)
      throws IOException, StageException {
    line.put("stage", stage);
    Examination found =
        examiner.all(stages.all()).stream()
            .filter(examination -> examination.stage().name().equals(stage))
            .findFirst()
            .orElseThrow();
    List<String> changes =
        found.upToDate() ? List.of() : new Acceptor(layout, files).accept(found, clock.instant());
    line.put("changes", changes);
    LOG.info(
        "{}: {}",
        stage,
        changes.isEmpty()
            ? "up to date, there is nothing to accept"
            : "accepted in spite of " + String.join("; ", changes));
    return changes;
  }

  private IOException translated(IOException failure) {
    if (failure instanceof ClosedByInterruptException) {
      return new InterruptedIOException("Interrupted while reading " + layout.root() + ".");
    }
    return PlainMessage.translated(failure);
  }
}

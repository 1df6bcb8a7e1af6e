package stoffprobe.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * One try at running a stage. It publishes a complete result, or leaves the last one as it was and
 * keeps what the failed work left.
 */
final class Attempt {

  private static final Logger LOG = LogManager.getLogger();

  private final Layout layout;
  private final FileOperations files;
  private final Progress progress;
  private final Clock clock;
  private final Publication publication;

  Attempt(Layout layout, FileOperations files, Progress progress, Clock clock) {
    this.layout = layout;
    this.files = files;
    this.progress = progress;
    this.clock = clock;
    publication = new Publication(layout, files);
  }

  /**
   * Runs a stage.
   *
   * @param inputs the hashes of its inputs
   * @param fresh whether what an earlier attempt saved is forgotten
   * @return the manifest of what was published
   * @throws StageException if it failed; the message begins with the stage's name
   * @throws InterruptedIOException if the thread was interrupted; nothing is published then. What
   *     the stage says of its unfinished work in such an exception is passed on
   */
  Manifest run(Stage stage, Map<String, String> inputs, boolean fresh)
      throws StageException, InterruptedIOException {
    try (AttemptLog log = AttemptLog.open()) {
      try {
        return work(stage, inputs, fresh);
      } catch (StageException | IOException | RuntimeException | Error e) {
        if (interrupted(e)) {
          throw interruption(stage, e);
        }
        throw failure(stage, e, log);
      }
    }
  }

  private Manifest work(Stage stage, Map<String, String> inputs, boolean fresh)
      throws IOException, StageException {
    Instant started = clock.instant();
    long start = System.nanoTime();
    // Asked before the work: a new build during a long training did not compute its result.
    Environment environment = stage.environment();
    Map<String, Object> parameters = Canonical.map(stage.parameters());
    Map<String, String> code = Unmodifiable.copy(stage.code());
    DiskCheckpoint checkpoint =
        new DiskCheckpoint(
            layout.checkpointArea(),
            stage.folder(),
            Fingerprint.of(inputs, parameters, code, environment.decisive()),
            files);
    if (fresh) {
      checkpoint.delete();
    }
    Path staging = publication.prepare(stage.folder());
    Checkpoint guarded = new GuardedCheckpoint(checkpoint, layout, stage, inputs);
    stage.run(new Workspace(layout.root(), staging, progress, guarded));
    stopIfInterrupted();
    Map<String, String> recorded = unchanged(stage, inputs, checkpoint);
    Seal seal = new Seal(files);
    List<OutputFile> outputs = seal.outputs(staging);
    Manifest manifest =
        new Manifest(
            stage.name(),
            Fingerprint.of(recorded, parameters, code, environment.decisive()),
            recorded,
            parameters,
            code,
            environment,
            outputs,
            started,
            Seconds.since(start),
            List.of());
    seal.close(staging, manifest);
    stopIfInterrupted();
    publication.publish(stage.folder(), staging);
    checkpoint.delete();
    return manifest;
  }

  /** What was saved may come from the changed inputs, too. */
  private Map<String, String> unchanged(
      Stage stage, Map<String, String> inputs, DiskCheckpoint checkpoint)
      throws IOException, StageException {
    try {
      return new InputHashes(layout).unchanged(stage, inputs);
    } catch (StageException e) {
      checkpoint.delete();
      throw e;
    }
  }

  private static void stopIfInterrupted() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
  }

  private static boolean interrupted(Throwable failure) {
    return Thread.currentThread().isInterrupted()
        || Shutdown.underWay()
        || failure instanceof ClosedByInterruptException
        || (failure instanceof InterruptedIOException
            && !(failure instanceof SocketTimeoutException));
  }

  private InterruptedIOException interruption(Stage stage, Throwable cause) {
    try {
      FileTree.delete(layout.staging(stage.folder()), files);
    } catch (IOException e) {
      LOG.debug("{}: the next run deletes what is left", stage.name(), e);
    }
    Thread.currentThread().interrupt();
    String told =
        cause instanceof InterruptedIOException && cause.getMessage() != null
            ? " (" + cause.getMessage() + ")"
            : "";
    return new InterruptedIOException(
        stage.name() + " was interrupted" + told + "; its last result stays as it was.");
  }

  private StageException failure(Stage stage, Throwable cause, AttemptLog log) {
    FailedAttempts attempts = new FailedAttempts(layout, files, clock);
    Path kept = attempts.next(stage.folder());
    String message = stage.name() + " failed: " + explanation(cause, kept);
    StageException failure = new StageException(message, cause);
    try {
      Path staging = layout.staging(stage.folder());
      attempts.keep(stage.folder(), staging, kept, log.with(message, cause));
      LOG.info("{}: the failed attempt is kept in {}", stage.name(), kept);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e); // a full disk, say, which must not hide why the stage failed
    }
    return failure;
  }

  private static String explanation(Throwable cause, Path kept) {
    if (cause instanceof IOException e) {
      return PlainMessage.of(e);
    }
    if (cause instanceof StageException) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof OutOfMemoryError) {
      return "the program ran out of memory (%s). Give Java more with JAVA_TOOL_OPTIONS=-Xmx4g."
          .formatted(cause.getMessage());
    }
    return "internal error, "
        + (cause.getClass().getSimpleName() + ": " + cause.getMessage())
        + (". This is a bug of the program; the log is " + kept.resolve(FailedAttempts.LOG) + ".");
  }
}

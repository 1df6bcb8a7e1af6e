package stoffprobe.nightly;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import stoffprobe.engine.LockedException;
import stoffprobe.engine.StageException;

/**
 * Runs the pipeline in a process of its own, which begins with nothing that this one has loaded.
 */
@FunctionalInterface
public interface Rerun {

  /**
   * Runs it to its end.
   *
   * @param output where its results go, to {@code output/<pipeline>}
   * @param overrides values of the pipeline file to replace, {@code seed=43}
   * @param forced the stages to run anyway; none: all that is not up to date
   * @throws StageException if a stage failed, or the process was ended; the message says so
   * @throws LockedException if another run uses the folder
   * @throws InterruptedIOException if the thread was interrupted; the process has been ended then
   */
  void run(Path output, List<String> overrides, List<String> forced)
      throws IOException, StageException, LockedException;
}

package stoffprobe.sweep;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where runs are carried out. Weights and predictions don't depend on it: each run starts from its
 * own file alone.
 */
public interface Workers {

  /**
   * Carries out all runs and comes back when each was reported, as done or as failed.
   *
   * @param tasks in the order in which they are wanted
   * @param prepared the stages {@link PreparedData#FOLDERS} of the data that every run begins with
   * @throws InterruptedIOException if the thread was interrupted; what was under way has been ended
   * @throws IOException if no run can be carried out at all
   */
  void carryOut(List<Task> tasks, Path prepared, Home home) throws IOException;

  /** For people: {@code 2 processes}. */
  String description();
}

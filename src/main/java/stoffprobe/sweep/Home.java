package stoffprobe.sweep;

import java.io.IOException;

/** Where workers report to. Its methods may be called by several threads at once. */
public interface Home {

  /** A run is done, and its results lie in the task's folder. */
  void done(Task task) throws IOException;

  /**
   * A run came to nothing.
   *
   * @param reason in plain sentences
   */
  void failed(Task task, String reason) throws IOException;
}

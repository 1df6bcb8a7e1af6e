package stoffprobe.sweep;

import java.nio.file.Path;
import stoffprobe.engine.ChildProcess;

/** Why a run's process came to nothing. */
public final class RunFailure {

  private RunFailure() {}

  /**
   * For people, in plain sentences.
   *
   * @param exitCode not 0
   * @param task whose folder has the run's journal, if it wrote one
   * @param log what the process printed
   */
  public static String explanation(int exitCode, Task task, Path log) {
    return ChildProcess.endedBy(exitCode, "; see " + log)
        .or(() -> new RunFolder(task).failure())
        .orElse("the run ended with exit code " + exitCode + "; see " + log + ".");
  }
}

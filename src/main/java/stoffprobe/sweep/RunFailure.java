package stoffprobe.sweep;

import java.nio.file.Path;

/** Why a run's process came to nothing. */
public final class RunFailure {

  /** What the shell adds to the number of a signal that ended a process. */
  private static final int SIGNAL = 128;

  private static final int KILL = 9;

  private RunFailure() {}

  /**
   * For people, in plain sentences.
   *
   * @param exitCode not 0
   * @param task whose folder has the run's journal, if it wrote one
   * @param log what the process printed
   */
  public static String explanation(int exitCode, Task task, Path log) {
    if (exitCode == SIGNAL + KILL) {
      return "the run was killed, perhaps for want of memory; the system's log tells.";
    }
    if (exitCode > SIGNAL) {
      return "the run was ended by signal " + (exitCode - SIGNAL) + "; see " + log + ".";
    }
    return new RunFolder(task)
        .failure()
        .orElse("the run ended with exit code " + exitCode + "; see " + log + ".");
  }
}

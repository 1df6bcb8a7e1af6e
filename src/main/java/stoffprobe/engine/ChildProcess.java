package stoffprobe.engine;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Processes that do a part of the work, and end when they are no longer wanted. */
public final class ChildProcess {

  /** Within this time a process that was asked to end has done so. */
  public static final long GRACE_MILLIS = 800;

  /** What the shell adds to the number of a signal that ended a process. */
  private static final int SIGNAL = 128;

  private static final int KILL = 9;

  private ChildProcess() {}

  /** What a process reads that is asked nothing. */
  public static ProcessBuilder.Redirect nothing() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return ProcessBuilder.Redirect.from(new File(windows ? "NUL" : "/dev/null"));
  }

  /**
   * Waits for the end of a process.
   *
   * @return its exit code
   * @throws InterruptedException if the thread was interrupted; the process has been ended then
   */
  public static int ended(Process process) throws InterruptedException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      end(process);
      throw e;
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  /**
   * Who ended a run's process, in a plain sentence; empty if it ended by itself.
   *
   * @param more what the sentence goes on with: {@code "; see run.log"}
   */
  public static Optional<String> endedBy(int exitCode, String more) {
    if (exitCode == SIGNAL + KILL) {
      return Optional.of("the run was killed, perhaps for want of memory; the system's log tells.");
    }
    return exitCode > SIGNAL
        ? Optional.of("the run was ended by signal " + (exitCode - SIGNAL) + more + ".")
        : Optional.empty();
  }
}

package stoffprobe.cli;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import stoffprobe.engine.StageException;
import stoffprobe.nightly.Rerun;

/**
 * Runs a pipeline by this very program in a process of its own.
 *
 * @param file the pipeline file
 * @param options further options of {@code run}
 */
record ProcessRerun(Path file, List<String> options) implements Rerun {

  /** Within this time a process that was asked to end has done so. */
  private static final long GRACE_MILLIS = 800;

  /** What the shell adds to the number of a signal that ended a process. */
  private static final int SIGNAL = 128;

  private static final int KILL = 9;

  ProcessRerun {
    options = List.copyOf(options);
  }

  @Override
  public void run(Path output, List<String> overrides, List<String> forced)
      throws IOException, StageException {
    List<String> command = OwnProgram.command();
    command.addAll(List.of("run", file.toString()));
    command.addAll(forced);
    if (!forced.isEmpty()) {
      command.add("--force");
    }
    command.addAll(List.of("--output", output.toString()));
    command.addAll(options);
    overrides.forEach(override -> command.addAll(List.of("--set", override)));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int exitCode = ended(process);
    if (exitCode != 0) {
      throw new StageException(explanation(exitCode));
    }
  }

  private static File nothing() {
    return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  private static int ended(Process process) throws InterruptedIOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(
          "Interrupted; this night is not recorded, and the next one begins anew.");
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

  private static String explanation(int exitCode) {
    if (exitCode == SIGNAL + KILL) {
      return "the run was killed, perhaps for want of memory; the system's log tells.";
    }
    return exitCode > SIGNAL
        ? "the run was ended by signal " + (exitCode - SIGNAL) + "."
        : "the run ended with exit code " + exitCode + "; what it printed says why.";
  }
}

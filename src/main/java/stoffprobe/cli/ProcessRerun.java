package stoffprobe.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import stoffprobe.engine.ChildProcess;
import stoffprobe.engine.StageException;
import stoffprobe.nightly.Rerun;

/**
 * Runs a pipeline by this very program in a process of its own.
 *
 * @param file the pipeline file
 * @param options further options of {@code run}
 */
record ProcessRerun(Path file, List<String> options) implements Rerun {

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
            .redirectInput(ChildProcess.nothing())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int exitCode = ended(process);
    if (exitCode != 0) {
      throw new StageException(explanation(exitCode));
    }
  }

  private static int ended(Process process) throws InterruptedIOException {
    try {
      return ChildProcess.ended(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(
          "Interrupted; this night is not recorded, and the next one begins anew.");
    }
  }

  private static String explanation(int exitCode) {
    return ChildProcess.endedBy(exitCode, "")
        .orElse("the run ended with exit code " + exitCode + "; what it printed says why.");
  }
}

package stoffprobe.sweep;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import stoffprobe.engine.PlainMessage;

/**
 * Carries out runs on this machine, each in a process of its own.
 *
 * @param program the command that stands for this program, without arguments
 * @param options further ones of {@code run}
 * @param parallel how many processes at a time
 * @param threads how many cores each uses
 */
public record ProcessWorkers(List<String> program, List<String> options, int parallel, int threads)
    implements Workers {

  /** Within this time a process that was asked to end has done so. */
  private static final long GRACE_MILLIS = 800;

  public ProcessWorkers {
    program = List.copyOf(program);
    options = List.copyOf(options);
  }

  @Override
  public String description() {
    return "%d process%s of %d thread%s"
        .formatted(parallel, parallel == 1 ? "" : "es", threads, threads == 1 ? "" : "s");
  }

  @Override
  public void carryOut(List<Task> tasks, Path prepared, Home home) throws IOException {
    ExecutorService hands = Executors.newFixedThreadPool(parallel);
    ExecutorCompletionService<Void> reports = new ExecutorCompletionService<>(hands);
    try {
      for (Task task : tasks) {
        reports.submit(carryOut(task, prepared, home));
      }
      for (int i = 0; i < tasks.size(); i++) {
        reports.take().get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(
          "Interrupted. Runs that are done are kept; run the same command again to go on.");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure
          ? failure
          : new IOException(String.valueOf(e.getCause()), e);
    } finally {
      end(hands);
    }
  }

  /** Interrupts what is under way, which ends its process, and waits for that. */
  private static void end(ExecutorService hands) {
    hands.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      hands.awaitTermination(2 * GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Callable<Void> carryOut(Task task, Path prepared, Home home) {
    return () -> {
      try {
        PreparedData.give(prepared, task.folder());
      } catch (IOException e) {
        home.failed(task, PlainMessage.of(e));
        return null;
      }
      Path log = task.file().resolveSibling(task.id() + ".log");
      int exitCode = run(command(task), log);
      if (exitCode == 0) {
        home.done(task);
      } else {
        home.failed(task, RunFailure.explanation(exitCode, task, log));
      }
      return null;
    };
  }

  private List<String> command(Task task) {
    List<String> command = new ArrayList<>(program);
    // A sweep that was killed may have left a run that goes on; this one then waits, and finds it
    // done.
    command.addAll(List.of("run", task.file().toString(), "evaluate", "--wait"));
    command.addAll(List.of("--output", String.valueOf(task.folder().getParent())));
    command.addAll(List.of("--set", "models." + task.model() + ".training.threads=" + threads));
    command.addAll(options);
    return command;
  }

  private static int run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      throw e;
    }
  }
}

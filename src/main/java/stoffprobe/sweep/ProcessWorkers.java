package stoffprobe.sweep;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import stoffprobe.engine.ChildProcess;
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
      hands.awaitTermination(2 * ChildProcess.GRACE_MILLIS, TimeUnit.MILLISECONDS);
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
      int exitCode = run(task, log);
      if (exitCode == 0) {
        home.done(task);
      } else {
        home.failed(task, RunFailure.explanation(exitCode, task, log));
      }
      return null;
    };
  }

  private int run(Task task, Path log) throws IOException, InterruptedException {
    return ChildProcess.ended(
        new ProcessBuilder(task.command(program, threads, options))
            .redirectInput(ChildProcess.nothing())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start());
  }
}

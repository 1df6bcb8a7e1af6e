package stoffprobe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import stoffprobe.cli.Interruption;
import stoffprobe.cli.Stoffprobe;

/** The program's entry, and the only place that ends the process. */
public final class Main {

  /** Ended by Ctrl-C or by SIGTERM. */
  private static final int INTERRUPTED = 130;

  /** Well below the five seconds within which SIGTERM ends a command. */
  private static final int GRACE_MILLIS = 1_000;

  /** A server finishes what it began; it is still below five seconds. */
  private static final int SERVER_GRACE_MILLIS = 4_500;

  private Main() {}

  /** Runs the command line {@code args} and exits with the code of the design's section 7. */
  public static void main(String[] args) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(interruption, done)));
    CommandLine commandLine = Stoffprobe.commandLine(Pipeline::stages, interruption);
    int exitCode = commandLine.execute(args);
    done.complete(exitCode);
    System.exit(exitCode);
  }

  /**
   * Ends a command that a signal came upon. A run gets the time to write down that it was
   * interrupted; but native code does not hear an interrupt, so in the end the process is halted.
   * Nothing is lost: results are published whole or not at all.
   */
  private static void interrupt(Interruption interruption, CompletableFuture<Integer> done) {
    if (done.isDone()) {
      return;
    }
    boolean serving = interruption.isServing();
    if (!serving) {
      System.err.println(
          interruption.possible()
              ? "\nInterrupted. Complete results are kept, and so are the epochs that a training has"
                  + " completed; run the same command again to go on."
              : "\nInterrupted. Run the same command again.");
    }
    if (interruption.interrupt()) {
      await(done, serving ? SERVER_GRACE_MILLIS : GRACE_MILLIS);
    }
    Runtime.getRuntime().halt(serving ? done.getNow(INTERRUPTED) : INTERRUPTED);
  }

  private static void await(CompletableFuture<Integer> done, int millis) {
    try {
      done.get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | ExecutionException e) {
      // It does not end by itself; what comes next ends it.
    }
  }
}

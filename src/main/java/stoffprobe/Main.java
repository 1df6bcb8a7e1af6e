package stoffprobe;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import stoffprobe.cli.Interruption;
import stoffprobe.cli.Stoffprobe;

/** The program's entry, and the only place that ends the process. */
public final class Main {

  /** Ended by Ctrl-C or by SIGTERM. */
  private static final int INTERRUPTED = 130;

  /** Well below the five seconds within which SIGTERM ends a command. */
  private static final int GRACE_SECONDS = 1;

  private Main() {}

  /** Runs the command line {@code args} and exits with the code of the design's section 7. */
  public static void main(String[] args) {
    CountDownLatch done = new CountDownLatch(1);
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(interruption, done)));
    CommandLine commandLine = Stoffprobe.commandLine(Pipeline::stages, interruption);
    int exitCode = commandLine.execute(args);
    done.countDown();
    System.exit(exitCode);
  }

  /**
   * Ends a command that a signal came upon. A run gets the time to write down that it was
   * interrupted; but native code does not hear an interrupt, so in the end the process is halted.
   * Nothing is lost: results are published whole or not at all.
   */
  private static void interrupt(Interruption interruption, CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    System.err.println(
        interruption.possible()
            ? "\nInterrupted. Complete results are kept, and so are the epochs that a training has"
                + " completed; run the same command again to go on."
            : "\nInterrupted. Run the same command again.");
    if (interruption.interrupt()) {
      await(done);
    }
    Runtime.getRuntime().halt(INTERRUPTED);
  }

  private static void await(CountDownLatch done) {
    try {
      done.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package stoffprobe;

import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import stoffprobe.cli.Stoffprobe;

/** The program's entry, and the only place that ends the process. */
public final class Main {

  /** Ended by Ctrl-C or by SIGTERM. */
  private static final int INTERRUPTED = 130;

  private Main() {}

  /** Runs the command line {@code args} and exits with the code of the design's section 7. */
  public static void main(String[] args) {
    AtomicBoolean done = new AtomicBoolean();
    // TensorFlow's threads don't hear an interrupt; halting leaves them no time to delay the end.
    // Nothing is lost: results are published whole or not at all.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!done.get()) {
                    System.err.println(
                        "\nInterrupted. Complete results are kept; the same command goes on.");
                    Runtime.getRuntime().halt(INTERRUPTED);
                  }
                }));
    CommandLine commandLine = Stoffprobe.commandLine(Pipeline::stages);
    int exitCode = commandLine.execute(args);
    done.set(true);
    System.exit(exitCode);
  }
}

package stoffprobe;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import stoffprobe.cli.Interruption;
import stoffprobe.cli.Stoffprobe;

/**
 * A command run inside the test's process, with what it printed.
 *
 * @param out standard output
 * @param err standard error; log messages go elsewhere, as Log4j holds on to its first stream
 */
public record CommandLineRun(int exitCode, String out, String err) {

  /** Runs one; not two at a time, as the streams are the whole process's. */
  public static synchronized CommandLineRun of(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Stoffprobe.commandLine(Pipeline::stages, new Interruption()).execute(args);
      return new CommandLineRun(
          exitCode,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}

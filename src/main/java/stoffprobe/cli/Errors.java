package stoffprobe.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import stoffprobe.config.InvalidPipelineException;
import stoffprobe.engine.LockedException;
import stoffprobe.engine.PlainMessage;
import stoffprobe.engine.StageException;

/** Every error's way to the user: plain sentences on stderr, and the exit code. */
final class Errors {

  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int STALE = 3;
  static final int DIFFERENT = 4;
  static final int LOCKED = 5;
  static final int UNLIKE = 6;
  static final int INTERRUPTED = 130;

  private Errors() {}

  /** The command line is wrong. */
  static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched
        && !command.getSubcommands().isEmpty()
        && !unmatched.isUnknownOption()) {
      System.err.println(
          "There is no command '"
              + unmatched.getUnmatched().get(0)
              + "'. The commands: "
              + String.join(", ", command.getSubcommands().keySet())
              + ".");
      return USAGE;
    }
    System.err.println(e.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, System.err)) {
      System.err.println("'" + command.getCommandSpec().qualifiedName() + " --help' helps.");
    }
    return USAGE;
  }

  /** A command failed: through its user's input, its surroundings, or a bug of ours. */
  static int failure(Exception e, boolean debug) {
    int code = report(e);
    if (debug) {
      e.printStackTrace();
    }
    return code;
  }

  /** What picocli can pass on of an error that is no exception. */
  static CommandLine.ExecutionException wrapped(CommandLine command, Error e) {
    return new CommandLine.ExecutionException(command, String.valueOf(e), e);
  }

  private static int report(Exception e) {
    if (e instanceof InvalidPipelineException invalid) {
      invalid.problems().forEach(System.err::println);
      return USAGE;
    } else if (e instanceof LockedException) {
      System.err.println(e.getMessage());
      return LOCKED;
    } else if (e instanceof InterruptedIOException) {
      System.err.println(e.getMessage());
      return INTERRUPTED;
    } else if (Thread.currentThread().isInterrupted()) {
      return INTERRUPTED; // whatever was going on could not go on, which is no failure
    } else if (e instanceof StageException) {
      System.err.println(e.getMessage());
      return FAILED;
    } else if (e instanceof IOException failure) {
      System.err.println(PlainMessage.of(failure));
      return FAILED;
    } else if (e.getCause() instanceof OutOfMemoryError) {
      System.err.println(
          "The program ran out of memory. Give Java more with JAVA_TOOL_OPTIONS=-Xmx4g.");
      return FAILED;
    }
    System.err.println(
        "Internal error: " + e + ". This is a bug in stoffprobe; --debug shows where.");
    return FAILED;
  }
}

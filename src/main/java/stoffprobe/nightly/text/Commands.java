package stoffprobe.nightly.text;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The commands that a reader is told to run, for a POSIX shell.
 *
 * @param file the pipeline file
 * @param root {@code output/<pipeline>}
 */
public record Commands(Path file, Path root) {

  private static final Path DEFAULT_FILE = Path.of("pipelines", "fashion-mnist.yaml");
  private static final Path DEFAULT_OUTPUT = Path.of("output");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+:@%-]+");

  /** A night like this one. */
  public String nightly() {
    return program("nightly") + output();
  }

  /** A night whose run becomes the baseline. */
  public String acceptBaseline(String reason) {
    return nightly() + " --accept-baseline --reason \"" + reason + "\"";
  }

  /** Measures the tolerances. */
  public String calibrate() {
    return nightly() + " --calibrate 5";
  }

  /** What of the machine works. */
  public String doctor() {
    return program("doctor");
  }

  /** Where the results of a night are kept that did not reproduce the baseline. */
  public String results() {
    Path name = Objects.requireNonNull(root.getFileName(), "a pipeline has a name");
    return root.resolve("nightly").resolve("run").resolve(name).toString();
  }

  private String program(String command) {
    String program = "target/stoffprobe " + command;
    return file.equals(DEFAULT_FILE) ? program : program + " " + quoted(file.toString());
  }

  private String output() {
    Path output = root.getParent();
    return output == null || output.equals(DEFAULT_OUTPUT)
        ? ""
        : " --output " + quoted(output.toString());
  }

  private static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

package stoffprobe.config;

import java.util.List;

/**
 * The pipeline file cannot be used; every problem of it at once. The caller exits with 2.
 *
 * <p>Each problem is one line of plain text: where, what was found, what was expected.
 */
public final class InvalidPipelineException extends Exception {

  private final List<String> problems;

  public InvalidPipelineException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}

package stoffprobe.data;

import java.io.IOException;

/**
 * A file does not hold what its format or its description promises. The message names the file,
 * what was found, and what was expected.
 */
public final class BrokenFileException extends IOException {

  public BrokenFileException(String message) {
    super(message);
  }

  public BrokenFileException(String message, Throwable cause) {
    super(message, cause);
  }
}

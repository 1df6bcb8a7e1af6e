package stoffprobe.bench.process;

import java.io.IOException;

/** A program that was to be measured failed; the message names it and ends with its last lines. */
public final class FailedChildException extends IOException {

  public FailedChildException(String message) {
    super(message);
  }
}

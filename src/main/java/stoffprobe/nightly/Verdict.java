package stoffprobe.nightly;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a night proves.
 *
 * @param kind its class, which is the command's exit code
 * @param line one line in words
 */
public record Verdict(Kind kind, String line) {

  /** The classes, best first. */
  public enum Kind {
    /** Every result has the baseline's bits. */
    REPRODUCED(0),
    /** Bits differ, but every metric lies within its tolerance. */
    WITHIN_TOLERANCE(10),
    /** A metric lies outside its tolerance. */
    DRIFT(11),
    /** There is no baseline, or it was made from something else. */
    NOT_COMPARABLE(12),
    /** The run did not end well. */
    FAILED(1);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }

    /** {@code within tolerance}. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}

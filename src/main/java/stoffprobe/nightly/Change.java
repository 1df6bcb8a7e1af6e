package stoffprobe.nightly;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that a run was made from and that is not as it was for the baseline.
 *
 * @param kind what it belongs to
 * @param stage the first stage that it concerns
 * @param text the field with its old and its new value: {@code seed: 42 -> 43}
 */
public record Change(Kind kind, String stage, String text) {

  /** What a change belongs to; the first two make two runs incomparable. */
  public enum Kind {
    DATA,
    PARAMETERS,
    ENVIRONMENT,
    CODE;

    /** {@code data}. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package stoffprobe.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What a run did with a stage.
 *
 * @param stage its name
 * @param result what came of it
 * @param reasons why it ran
 * @param seconds how long it took
 */
public record StageRun(String stage, Result result, List<String> reasons, double seconds) {

  /** What came of a stage in a run. */
  public enum Result {
    UP_TO_DATE,
    RAN,
    FAILED,
    INTERRUPTED;

    /** {@code up to date}. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public StageRun {
    reasons = List.copyOf(reasons);
  }
}

package stoffprobe.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run did with a stage.
 *
 * @param stage its name
 * @param result what came of it
 * @param reasons why it ran
 * @param seconds how long it took
 * @param peakMemoryBytes the most resident memory that the process had meanwhile; null where the
 *     system does not tell
 */
public record StageRun(
    String stage,
    Result result,
    List<String> reasons,
    double seconds,
    @JsonProperty("peak_memory_bytes") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Long peakMemoryBytes) {

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

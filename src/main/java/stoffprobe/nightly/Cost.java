package stoffprobe.nightly;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a stage cost tonight beside what it cost in the nights before.
 *
 * @param stage its name
 * @param measure what is counted
 * @param tonight the value tonight
 * @param median that of the past nights
 * @param limit above this a night is unusual
 * @param nights how many past nights there are
 */
public record Cost(
    String stage, Measure measure, double tonight, double median, double limit, int nights) {

  /** What is counted. */
  public enum Measure {
    SECONDS,
    PEAK_MEMORY_BYTES;

    /** {@code peak_memory_bytes}. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @JsonProperty("unusual")
  public boolean unusual() {
    return tonight > limit;
  }
}

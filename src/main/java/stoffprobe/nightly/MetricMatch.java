package stoffprobe.nightly;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A metric beside that of the baseline.
 *
 * @param metric its name in {@code metrics.json}
 * @param baseline its value in the baseline
 * @param tonight its value tonight
 * @param tolerance how far the two may lie apart; null if it was never measured
 */
public record MetricMatch(
    String metric, double baseline, double tonight, @Nullable Double tolerance) {

  @JsonProperty("difference")
  public double difference() {
    return tonight - baseline;
  }

  /** Whether the two lie no further apart than seeds do; equal ones do so in any case. */
  @JsonProperty("within")
  public boolean within() {
    return tonight == baseline || (tolerance != null && Math.abs(tonight - baseline) <= tolerance);
  }
}

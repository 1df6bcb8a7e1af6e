package stoffprobe.nightly;

import java.util.Map;

/**
 * One model of a cold run.
 *
 * @param weightsSha256 of the trained variables, as in {@code metrics.json}
 * @param predictionsSha256 of the bytes of {@code predictions-<m>.csv}
 * @param metrics every metric of {@code metrics.json} that is one number, by name
 */
public record ModelResult(
    String weightsSha256, String predictionsSha256, Map<String, Double> metrics) {

  public ModelResult {
    metrics = Ordered.copy(metrics);
  }
}

package stoffprobe.nightly;

import java.util.List;
import java.util.Map;

/**
 * How far metrics spread if nothing but the seed changes.
 *
 * @param seeds those of the runs that it was measured on
 * @param deviations the standard deviation over the seeds, by model and metric
 * @param tolerances how far two runs may lie apart, by model and metric, {@link Spread}
 */
public record Calibration(
    List<Long> seeds,
    Map<String, Map<String, Double>> deviations,
    Map<String, Map<String, Double>> tolerances) {

  public Calibration {
    seeds = List.copyOf(seeds);
    deviations = Ordered.copy(deviations);
    tolerances = Ordered.copy(tolerances);
  }

  /** How many metrics of all models have a tolerance. */
  int metrics() {
    return tolerances.values().stream().mapToInt(Map::size).sum();
  }
}

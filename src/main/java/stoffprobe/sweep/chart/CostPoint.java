package stoffprobe.sweep.chart;

import java.util.List;

/**
 * A variant's cost and what it gives.
 *
 * @param label its name
 * @param series picks mark and colour
 * @param seconds of training, mean
 * @param accuracy mean
 * @param runs each run's own
 * @param best whether no other is both cheaper and better
 */
public record CostPoint(
    String label, int series, double seconds, double accuracy, List<Run> runs, boolean best) {

  public CostPoint {
    runs = List.copyOf(runs);
  }

  /** A single run. */
  public record Run(double seconds, double accuracy) {}
}

package stoffprobe.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import stoffprobe.statistics.runs.RunSummary;

/**
 * A model with certain values, over all seeds.
 *
 * @param id names it among all
 * @param model its model
 * @param values of the keys that the sweep varies
 * @param runs those that are done, in the order of the seeds
 * @param failed how many are not
 */
public record VariantResult(
    String id, String model, Map<String, String> values, List<RunRecord> runs, int failed) {

  /** What models are compared by. */
  public static final String ACCURACY = "accuracy";

  public VariantResult {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    runs = List.copyOf(runs);
  }

  /** Whether any run tells anything. */
  public boolean measured() {
    return !runs.isEmpty();
  }

  /** How a metric spreads over the seeds; empty if no run has it. */
  public Optional<RunSummary> metric(String name) {
    return summary(
        runs.stream()
            .map(run -> run.metrics().get(name))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray());
  }

  /** How the seconds of training spread. */
  public Optional<RunSummary> trainSeconds() {
    return summary(runs.stream().mapToDouble(RunRecord::trainSeconds).toArray());
  }

  /** How many numbers the network learns. */
  public long parameters() {
    return runs.stream().mapToLong(RunRecord::parameters).findFirst().orElse(0);
  }

  /** The mean accuracy; below all others if there is none. */
  double rank() {
    return metric(ACCURACY).map(RunSummary::mean).orElse(-1.0);
  }

  /** The names of all metrics that the runs have. */
  List<String> metricNames() {
    List<String> names = new ArrayList<>();
    runs.forEach(
        run ->
            run.metrics().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(names::add));
    return names;
  }

  private static Optional<RunSummary> summary(double[] values) {
    return values.length == 0 ? Optional.empty() : Optional.of(RunSummary.of(values));
  }
}

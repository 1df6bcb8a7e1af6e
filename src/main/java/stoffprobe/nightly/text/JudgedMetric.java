package stoffprobe.nightly.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stoffprobe.nightly.Comparison;
import stoffprobe.nightly.MetricMatch;
import stoffprobe.nightly.ModelMatch;
import stoffprobe.nightly.Night;

/** A model's metric beside that of the baseline. */
public record JudgedMetric(String model, MetricMatch metric) {

  /** All of a night, model by model. */
  public static List<JudgedMetric> all(Night night) {
    return Optional.ofNullable(night.comparison()).map(Comparison::models).stream()
        .flatMap(List::stream)
        .flatMap(JudgedMetric::of)
        .toList();
  }

  /** The one that is farthest from the baseline by its tolerance; one without any before others. */
  static Optional<JudgedMetric> farthest(List<JudgedMetric> metrics) {
    return metrics.stream().max(Comparator.comparingDouble(judged -> Math.abs(judged.share())));
  }

  private static Stream<JudgedMetric> of(ModelMatch model) {
    return model.metrics().stream().map(metric -> new JudgedMetric(model.model(), metric));
  }

  /**
   * The difference over the tolerance; 0 for equal values, infinite for others where the tolerance
   * is zero or was never measured.
   */
  public double share() {
    double difference = metric.difference();
    Double tolerance = metric.tolerance();
    return difference == 0 ? 0 : difference / (tolerance == null ? 0 : tolerance);
  }

  public boolean measured() {
    return metric.tolerance() != null;
  }
}

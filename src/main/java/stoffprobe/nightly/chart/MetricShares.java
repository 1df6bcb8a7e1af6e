package stoffprobe.nightly.chart;

import java.util.List;
import stoffprobe.report.text.Bilingual;

/**
 * How much of its tolerance a metric's difference uses up, a row of a figure.
 *
 * @param metric its name
 * @param shares one a model that has it
 */
public record MetricShares(Bilingual metric, List<Share> shares) {

  public MetricShares {
    shares = List.copyOf(shares);
  }

  /**
   * One model's.
   *
   * @param model as figures call it
   * @param series its place among the models
   * @param share the difference over the tolerance, negative where the metric fell; infinite where
   *     the tolerance is zero
   */
  public record Share(String model, int series, double share) {

    public Share {
      if (Double.isNaN(share)) {
        throw new IllegalArgumentException(model + " has no share");
      }
    }
  }
}

package stoffprobe.nightly;

import java.util.List;

/**
 * A model beside that of the baseline.
 *
 * @param model its name
 * @param sameWeights whether all trained variables are the same bits
 * @param samePredictions whether {@code predictions-<m>.csv} has the same bytes
 * @param flips the images whose predicted class changed
 * @param onlyBaselineCorrect images that only the baseline's model classified right
 * @param onlyTonightCorrect images that only tonight's model classified right
 * @param mcnemarP exact, two-sided: whether the change of accuracy could be chance
 * @param metrics each metric
 */
public record ModelMatch(
    String model,
    boolean sameWeights,
    boolean samePredictions,
    List<Flip> flips,
    int onlyBaselineCorrect,
    int onlyTonightCorrect,
    double mcnemarP,
    List<MetricMatch> metrics) {

  public ModelMatch {
    flips = List.copyOf(flips);
    metrics = List.copyOf(metrics);
  }
}

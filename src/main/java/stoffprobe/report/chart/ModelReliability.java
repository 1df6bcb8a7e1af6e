package stoffprobe.report.chart;

import java.util.List;

/**
 * How sure a model is and how often it is right then.
 *
 * @param model its name in the pipeline file
 * @param bins those that hold images, from the lowest confidence to the highest
 */
public record ModelReliability(String model, List<Bin> bins) {

  public ModelReliability {
    bins = List.copyOf(bins);
  }

  /**
   * Images of similar confidence; all shares are 0 to 1.
   *
   * @param low the confidence above which the bin begins
   * @param high the highest confidence that belongs to it
   * @param count its images, at least one
   * @param confidence their mean confidence
   * @param accuracy the share of them that is right
   * @param accuracyLow lower end of its interval
   * @param accuracyHigh upper end of its interval
   */
  public record Bin(
      double low,
      double high,
      long count,
      double confidence,
      double accuracy,
      double accuracyLow,
      double accuracyHigh) {}

  long most() {
    return bins.stream().mapToLong(Bin::count).max().orElse(1);
  }
}

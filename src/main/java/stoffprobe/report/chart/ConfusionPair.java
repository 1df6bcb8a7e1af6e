package stoffprobe.report.chart;

import java.util.List;

/**
 * How two models confuse the same images.
 *
 * @param countsA a row a true class, a column a predicted one
 */
public record ConfusionPair(
    String a, String b, List<List<Long>> countsA, List<List<Long>> countsB) {

  public ConfusionPair {
    countsA = countsA.stream().map(List::copyOf).toList();
    countsB = countsB.stream().map(List::copyOf).toList();
  }
}

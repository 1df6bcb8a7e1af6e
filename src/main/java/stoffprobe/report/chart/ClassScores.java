package stoffprobe.report.chart;

import java.util.List;

/**
 * How well one model does class by class.
 *
 * @param series its place among the models of the run, which decides its colour and mark
 * @param f1 a score a class, in the order of the chart
 */
public record ClassScores(
    String model, int series, List<Score> f1, List<Score> precision, List<Score> recall) {

  public ClassScores {
    f1 = List.copyOf(f1);
    precision = List.copyOf(precision);
    recall = List.copyOf(recall);
  }

  /** A score of 0 to 1 with the ends of its interval; not a number where there is none. */
  public record Score(double value, double low, double high) {}
}

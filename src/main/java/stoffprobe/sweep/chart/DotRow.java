package stoffprobe.sweep.chart;

import java.util.List;
import java.util.Optional;

/**
 * Values of single runs, a row of a figure.
 *
 * @param label what they belong to, in one line or two
 * @param series picks mark and colour
 * @param dots one a run
 * @param mean of the values
 * @param whiskers intervals around the mean, the narrower first; none to two
 */
public record DotRow(
    List<String> label, int series, List<Dot> dots, double mean, List<Whisker> whiskers) {

  public DotRow {
    label = List.copyOf(label);
    dots = List.copyOf(dots);
    whiskers = List.copyOf(whiskers);
  }

  /**
   * One run.
   *
   * @param said under the mouse, before its value
   */
  public record Dot(double value, String said) {}

  /** An interval. */
  public record Whisker(double low, double high) {}

  /** The outer interval, if there is any. */
  Optional<Whisker> widest() {
    return whiskers.isEmpty() ? Optional.empty() : Optional.of(whiskers.get(whiskers.size() - 1));
  }
}

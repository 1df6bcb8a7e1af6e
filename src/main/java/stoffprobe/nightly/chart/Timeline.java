package stoffprobe.nightly.chart;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import stoffprobe.report.text.Bilingual;

/**
 * A quantity over the nights, one panel of a figure.
 *
 * @param title what it is, with its unit
 * @param lines one a model, or a single one
 * @param limit above this the last night is unusual
 * @param least the narrowest section of the axis, so that noise isn't blown up; more than 0
 * @param fromZero whether the axis starts at zero
 */
public record Timeline(
    Bilingual title, List<Line> lines, OptionalDouble limit, double least, boolean fromZero) {

  public Timeline {
    lines = List.copyOf(lines);
  }

  /**
   * A line of a panel.
   *
   * @param label whose it is; empty for the only one
   * @param series its place among the figure's lines, which says how it is drawn
   * @param values one a night; NaN where there is none
   */
  public record Line(String label, int series, List<Double> values) {

    public Line {
      values = List.copyOf(values);
    }
  }

  /** All values that there are, the limit among them. */
  double[] values() {
    double[] known =
        lines.stream()
            .flatMap(line -> line.values().stream())
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    if (limit.isEmpty()) {
      return known;
    }
    double[] all = Arrays.copyOf(known, known.length + 1);
    all[known.length] = limit.getAsDouble();
    return all;
  }
}

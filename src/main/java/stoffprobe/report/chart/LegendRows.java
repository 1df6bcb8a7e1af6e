package stoffprobe.report.chart;

import java.util.List;

/**
 * Entries of a legend side by side, in as many rows as they need.
 *
 * @param widths of the entries, each with the gap behind it
 * @param gap what the last entry of a row does not need
 */
public record LegendRows(List<Double> widths, double gap) {

  public LegendRows {
    widths = List.copyOf(widths);
  }

  /** Where an entry goes. */
  public record Place(int row, double x) {}

  /** Where the entry goes in a drawing of this width. */
  public Place place(int index, double width) {
    double x = 0;
    int row = 0;
    for (int i = 0; i <= index; i++) {
      if (x > 0 && x + widths.get(i) - gap > width) {
        row++;
        x = 0;
      }
      x += widths.get(i);
    }
    return new Place(row, x - widths.get(index));
  }

  /** How many rows a drawing of this width has. */
  public int count(double width) {
    return widths.isEmpty() ? 0 : place(widths.size() - 1, width).row() + 1;
  }
}

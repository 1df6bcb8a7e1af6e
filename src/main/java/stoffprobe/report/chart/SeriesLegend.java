package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** Lines, their markers and their names, in as many rows as they need. */
record SeriesLegend(List<Entry> entries) {

  static final int NO_MARKER = -1;

  /** A ring instead of a line. */
  static final int RING = -2;

  private static final double SAMPLE = 28;
  private static final double GAP = 24;
  private static final int ROW = 20;

  record Entry(String label, Palette color, boolean dashed, int series) {

    private double width() {
      return SAMPLE + 8 + Style.width(font(), label) * Style.RESERVE + GAP;
    }

    private void draw(Graphics2D canvas, double x, double y) {
      Style.text(canvas, font(), Palette.INK, label, x + SAMPLE + 8, y + 4);
      if (series == RING) {
        TurnMarks.ring(canvas, x + SAMPLE / 2, y);
        return;
      }
      canvas.setColor(color.color());
      canvas.setStroke(dashed ? Style.dashed(1.8f) : Style.line(2));
      canvas.draw(new Line2D.Double(x, y, x + SAMPLE, y));
      if (series != NO_MARKER) {
        Markers.draw(canvas, series, x + SAMPLE / 2, y);
      }
    }
  }

  /** The height of all rows; 0 if there are no entries. */
  int height(double width) {
    return entries.isEmpty() ? 0 : ROW * rows().count(width) + 8;
  }

  void draw(Graphics2D canvas, double top, double width) {
    for (int i = 0; i < entries.size(); i++) {
      LegendRows.Place place = rows().place(i, width);
      entries.get(i).draw(canvas, place.x(), top + ROW * (place.row() + 0.5) + 6);
    }
  }

  private LegendRows rows() {
    return new LegendRows(entries.stream().map(Entry::width).toList(), GAP);
  }

  private static Font font() {
    return Style.font(Style.TEXT, Anchor.START);
  }
}

package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;

/** The difference of two accuracies with its interval, beside the line of no difference. */
final class DifferenceChart {

  private static final int ROW = 34;
  private static final int SIDES = 22;
  private static final int VALUE = 22;
  private static final double LONGEST_NAME = 220;
  private static final double LONGEST_NARROW_NAME = 58;

  /** The narrowest section of the axis: half a percentage point to either side. */
  private static final double LEAST_RANGE = 1;

  private final Language language;
  private final int width;
  private final Numbers numbers;
  private final String a;
  private final String b;
  private final String value;
  private final IntervalPlot intervals;

  DifferenceChart(
      Language language,
      int width,
      String a,
      String b,
      double difference,
      double low,
      double high) {
    this.language = language;
    this.width = width;
    double longest = width < Style.WIDTH ? LONGEST_NARROW_NAME : LONGEST_NAME;
    this.numbers = new Numbers(language);
    this.a = Labels.shorten(ModelLabel.of(a), longest);
    this.b = Labels.shorten(ModelLabel.of(b), longest);
    this.value =
        numbers.points(difference, 2)
            + language.pick(" Punkte (", " points (")
            + numbers.points(low, 2)
            + language.pick(" bis ", " to ")
            + numbers.points(high, 2)
            + ")";
    double reach = 100 * Math.max(Math.abs(low), Math.abs(high));
    String axis =
        language.pick("Prozentpunkte, mit 95-%-Intervall", "Percentage points, with 95% interval");
    this.intervals =
        new IntervalPlot(
            List.of(new IntervalPlot.Interval(100 * difference, 100 * low, 100 * high)),
            AxisScale.around(new double[] {-reach, reach}, LEAST_RANGE),
            axis);
  }

  Figure figure(String name) {
    int top = Style.BELOW_TITLE + SIDES + VALUE;
    int height = top + ROW + IntervalPlot.BELOW;
    Rectangle2D data = new Rectangle2D.Double(16, top, width - 32, ROW);
    return new DrawnFigure(name, describe(), width, height, canvas -> paint(canvas, data));
  }

  private void paint(Graphics2D canvas, Rectangle2D data) {
    Style.title(canvas, width < Style.WIDTH ? pair() : title());
    XYPlot plot = intervals.plot(numbers);
    ValueMarker zero = new ValueMarker(0, Palette.INK.color(), Style.line(1.5f));
    plot.addDomainMarker(zero);
    Style.draw(canvas, plot, data);
    paintSides(canvas, data);
    Font font = Style.bold(Style.TEXT, Anchor.MIDDLE);
    double half = Style.width(font, value) / 2;
    double wanted = intervals.x(intervals.rows().get(0).value(), data);
    double x = Math.min(data.getMaxX() - half, Math.max(data.getX() + half, wanted));
    Style.text(canvas, font, Palette.INK, value, x, data.getY() - 7);
  }

  private void paintSides(Graphics2D canvas, Rectangle2D data) {
    double base = Style.BELOW_TITLE + 12;
    String better = language.pick(" besser", " better");
    Font end = Style.font(Style.TEXT, Anchor.END);
    Font start = Style.font(Style.TEXT, Anchor.START);
    double zero = intervals.x(0, data);
    Style.text(canvas, end, Palette.MUTED, "\u2190 " + a + better, zero - 12, base);
    Style.text(canvas, start, Palette.MUTED, b + better + " \u2192", zero + 12, base);
  }

  private String title() {
    return language.pick("Unterschied der Genauigkeit: ", "Difference in accuracy: ") + pair();
  }

  private String pair() {
    return b + " minus " + a;
  }

  private String describe() {
    return title() + ": " + value + language.pick(", 95-%-Intervall.", ", 95% interval.");
  }
}

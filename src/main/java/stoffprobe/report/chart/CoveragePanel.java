package stoffprobe.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Curves of accuracy against the share that is handed over, with their intervals as bands. */
record CoveragePanel(
    Language language, String title, AxisScale scale, List<Line> lines, boolean small) {

  /** Room right of the data for the names of the goals. */
  static final int RIGHT = 40;

  private static final int OPACITY = 48;
  private static final int MARK_EVERY = 10;

  /** Of many panels each draws every so many percent, or they would fill a megabyte. */
  private static final int COARSE = 5;

  /** Accuracies that one may want to reach, in percent. */
  private static final List<Integer> GOALS = List.of(95, 99);

  /**
   * One curve.
   *
   * @param series says its mark
   * @param whole with its band and marks; else a dashed line for comparison
   */
  record Line(ModelCoverage model, Palette color, int series, boolean whole) {}

  void draw(Graphics2D canvas, Rectangle2D data) {
    String name = Labels.shorten(title, Style.bold(13, Anchor.START), data.getWidth());
    Style.text(
        canvas, Style.bold(13, Anchor.START), Palette.INK, name, data.getX(), data.getY() - 9);
    XYIntervalSeriesCollection points = new XYIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(1);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      points.addSeries(series(line, i));
      Color color = line.color().color();
      renderer.setSeriesPaint(i, color);
      renderer.setSeriesStroke(i, line.whole() ? Style.line(2) : Style.dashed(1.5f));
      int opacity = line.whole() ? OPACITY : 0;
      renderer.setSeriesFillPaint(
          i, new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity));
    }
    NumberAxis values = Style.axis(scale, new Numbers(language), Anchor.END);
    XYPlot plot = new XYPlot(points, shares(), values, renderer);
    Style.theme(plot);
    plot.setDomainGridlinesVisible(false);
    for (int goal : goals()) {
      plot.addRangeMarker(new ValueMarker(goal, Palette.MUTED.color(), Style.dashed(1)));
    }
    Style.draw(canvas, plot, data);
    drawMarks(canvas, data, values);
    drawGoals(canvas, data, values);
  }

  private void drawMarks(Graphics2D canvas, Rectangle2D data, NumberAxis values) {
    for (Line line : lines) {
      if (line.whole()) {
        canvas.setColor(line.color().color());
        for (ModelCoverage.Point point : line.model().points()) {
          if (point.handedOver() % MARK_EVERY == 0) {
            double x = data.getX() + data.getWidth() * point.handedOver() / 100;
            double y = values.valueToJava2D(100 * point.accuracy(), data, RectangleEdge.LEFT);
            Markers.draw(canvas, line.series(), x, y);
            if (title.isEmpty()) {
              Hover.on(canvas, x, y, value(line, point));
            }
          }
        }
      }
    }
  }

  private String value(Line line, ModelCoverage.Point point) {
    Numbers numbers = new Numbers(language);
    return ModelLabel.of(line.model().model())
        + ": "
        + numbers.percent(point.handedOver() / 100.0, 0)
        + language.pick(" abgegeben, ", " handed over, ")
        + numbers.percent(point.accuracy(), 1)
        + language.pick(" richtig (", " right (")
        + numbers.decimal(100 * point.low(), 1)
        + language.pick(" bis ", " to ")
        + numbers.decimal(100 * point.high(), 1)
        + ")";
  }

  private void drawGoals(Graphics2D canvas, Rectangle2D data, NumberAxis values) {
    for (int goal : goals()) {
      double y = values.valueToJava2D(goal, data, RectangleEdge.LEFT) + 4;
      String text = new Numbers(language).percent(goal / 100.0, 0);
      Font font = Style.font(Style.SMALL, Anchor.START);
      Style.text(canvas, font, Palette.MUTED, text, data.getMaxX() + 5, y);
    }
  }

  /** Those on the axis; there is no room for their names between panels. */
  private List<Integer> goals() {
    return title.isEmpty()
        ? GOALS.stream().filter(goal -> scale.low() < goal && goal < scale.high()).toList()
        : List.of();
  }

  private NumberAxis shares() {
    NumberAxis shares =
        Style.axis(new AxisScale(0, 100, small ? 50 : 20), new Numbers(language), Anchor.MIDDLE);
    shares.setLabel(
        small
            ? language.pick("abgegeben, %", "handed over, %")
            : language.pick(
                "An einen Menschen abgegeben, in Prozent", "Handed over to a person, in percent"));
    return shares;
  }

  private XYIntervalSeries series(Line line, int key) {
    XYIntervalSeries series = new XYIntervalSeries(key);
    for (ModelCoverage.Point point : line.model().points()) {
      if (title.isEmpty() || point.handedOver() % COARSE == 0) {
        series.add(
            point.handedOver(),
            point.handedOver(),
            point.handedOver(),
            100 * point.accuracy(),
            within(100 * point.low()),
            within(100 * point.high()));
      }
    }
    return series;
  }

  private double within(double value) {
    return Math.min(scale.high(), Math.max(scale.low(), value));
  }
}

package stoffprobe.report.chart;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Values as dots with their intervals as whiskers, one below the other, on one axis. */
record IntervalPlot(List<Interval> rows, AxisScale scale, String axis) {

  /** Room below the data for the axis. */
  static final int BELOW = 42;

  private static final double DOT = 4.5;

  /** A value between the ends of its interval. */
  record Interval(double value, double low, double high) {}

  XYPlot plot(Numbers numbers) {
    NumberAxis values = Style.axis(scale, numbers, Anchor.MIDDLE);
    values.setLabel(axis);
    NumberAxis places = new NumberAxis();
    places.setRange(-0.5, rows.size() - 0.5);
    places.setInverted(true);
    places.setVisible(false);
    XYIntervalSeries series = new XYIntervalSeries("intervals");
    for (int i = 0; i < rows.size(); i++) {
      Interval row = rows.get(i);
      series.add(row.value(), row.low(), row.high(), i, i, i);
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    XYPlot plot = new XYPlot(data, values, places, renderer());
    Style.theme(plot);
    plot.setRangeGridlinesVisible(false);
    return plot;
  }

  /** Where a value lies across a drawing's data. */
  double x(double value, Rectangle2D data) {
    return data.getX() + (value - scale.low()) / (scale.high() - scale.low()) * data.getWidth();
  }

  private static XYErrorRenderer renderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(9);
    renderer.setErrorPaint(Palette.BLUE.color());
    renderer.setErrorStroke(Style.line(2));
    renderer.setSeriesPaint(0, Palette.BLUE.color());
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
    return renderer;
  }
}

package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataItem;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Curves over the epochs, one of the three panels of a training's figure. */
record CurvePanel(
    String title, String subtitle, AxisScale scale, List<Curve> curves, TurnMarks turns) {

  /** Room above the data for the two titles. */
  static final int ABOVE = 40;

  /** Room below the data for the epochs' numbers and name. */
  static final int BELOW = 42;

  /** What the axis goes on beyond its last ticks, so that no marker there is cut. */
  static final double MARKER_ROOM = 0.02;

  private static final int MOST_TICKS = 10;

  /** Epochs up to which each point says its value under the mouse. */
  private static final int MOST_SAID = 50;

  /**
   * Draws the panel.
   *
   * @param data where its data lie; axes and titles lie outside
   */
  void draw(Graphics2D canvas, Rectangle2D data, Language language) {
    double left = data.getX();
    Style.text(
        canvas, Style.bold(13, Anchor.START), Palette.INK, title, left, data.getY() - ABOVE + 13);
    Style.text(
        canvas,
        Style.font(Style.SMALL, Anchor.START),
        Palette.MUTED,
        subtitle,
        left,
        data.getY() - ABOVE + 28);
    NumberAxis values = Style.axis(scale, new Numbers(language), Anchor.END);
    double room = MARKER_ROOM * (scale.high() - scale.low());
    values.setRange(scale.low() - room, scale.high() + room);
    NumberAxis epochs = epochs(language);
    XYSeriesCollection points = new XYSeriesCollection();
    for (int i = 0; i < curves.size(); i++) {
      points.addSeries(curves.get(i).series(i));
    }
    XYPlot plot = new XYPlot(points, epochs, values, new CurveRenderer(curves));
    Style.theme(plot);
    plot.setDomainGridlinesVisible(false);
    Style.draw(canvas, plot, data);
    turns.draw(canvas, data, epochs, values);
    drawEnds(canvas, data, values);
    sayValues(canvas, data, plot, language);
  }

  private void sayValues(Graphics2D canvas, Rectangle2D data, XYPlot plot, Language language) {
    Numbers numbers = new Numbers(language);
    for (int i = 0; i < curves.size(); i++) {
      XYSeries points = curves.get(i).series(i);
      if (points.getItemCount() > MOST_SAID) {
        continue;
      }
      for (int n = 0; n < points.getItemCount(); n++) {
        XYDataItem point = points.getDataItem(n);
        if (Double.isFinite(point.getYValue())) {
          double x =
              plot.getDomainAxis().valueToJava2D(point.getXValue(), data, RectangleEdge.BOTTOM);
          double y = plot.getRangeAxis().valueToJava2D(point.getYValue(), data, RectangleEdge.LEFT);
          Hover.on(canvas, x, y, value(curves.get(i), point, numbers, language));
        }
      }
    }
  }

  private static String value(Curve curve, XYDataItem point, Numbers numbers, Language language) {
    String whose = curve.label().isEmpty() ? "" : curve.label() + ", ";
    return whose
        + language.pick("Epoche ", "epoch ")
        + Math.round(point.getXValue())
        + ": "
        + numbers.decimal(point.getYValue(), 4);
  }

  private NumberAxis epochs(Language language) {
    int last = curves.stream().mapToInt(c -> c.model().last().epoch()).max().orElse(1);
    NumberAxis axis = Style.theme(new NumberAxis(language.pick("Epoche", "Epoch")), Anchor.MIDDLE);
    double margin = last == 1 ? 0.5 : 0.03 * (last - 1) + 0.1;
    axis.setRange(1 - Math.min(0.5, margin), last + margin);
    int step = 1;
    for (int factor = 2; last > step * MOST_TICKS; factor = factor == 2 ? 5 : 2) {
      // 1, 2, 10, 20, 100, ...
      step *= factor;
    }
    axis.setTickUnit(new NumberTickUnit(step));
    axis.setNumberFormatOverride(new Numbers(language).format(0));
    return axis;
  }

  private void drawEnds(Graphics2D canvas, Rectangle2D data, NumberAxis axis) {
    List<EndLabels.Label> labels = new ArrayList<>();
    for (Curve curve : curves) {
      if (!curve.label().isEmpty() && Double.isFinite(curve.lastValue())) {
        double y = axis.valueToJava2D(curve.lastValue(), data, RectangleEdge.LEFT);
        labels.add(new EndLabels.Label(curve, y));
      }
    }
    EndLabels.draw(canvas, labels, data);
  }
}

package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A value as a mark on its interval. */
record Whisker(double value, double low, double high) {

  private static final double CAP = 4;

  /** Half the height of what says its value under the mouse. */
  private static final double HALF = 9;

  /** In percent, from shares of 1. */
  Whisker percent() {
    return new Whisker(100 * value, 100 * low, 100 * high);
  }

  /** Draws it with the mark of a series; nothing if there is no value. */
  void draw(Graphics2D canvas, Palette color, int series, HorizontalAxis axis, double y) {
    if (!Double.isFinite(value)) {
      return;
    }
    canvas.setColor(color.color());
    canvas.setStroke(Style.line(1.8f));
    if (Double.isFinite(low) && Double.isFinite(high)) {
      canvas.draw(new Line2D.Double(axis.x(low), y, axis.x(high), y));
      canvas.draw(new Line2D.Double(axis.x(low), y - CAP, axis.x(low), y + CAP));
      canvas.draw(new Line2D.Double(axis.x(high), y - CAP, axis.x(high), y + CAP));
    }
    Markers.draw(canvas, series, axis.x(value), y);
  }

  /** Says a text where the mouse rests on the interval. */
  void say(Graphics2D canvas, HorizontalAxis axis, double y, String text) {
    double left = axis.x(low);
    Hover.on(canvas, new Rectangle2D.Double(left, y - HALF, axis.x(high) - left, 2 * HALF), text);
  }
}

package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** An exact value that a reader sees who rests the mouse on a part of a drawing. */
public final class Hover {

  private static final double POINT = 12;

  private Hover() {}

  /** Around a point. */
  public static void on(Graphics2D canvas, double x, double y, String text) {
    on(canvas, new Rectangle2D.Double(x - POINT / 2, y - POINT / 2, POINT, POINT), text);
  }

  /** On an area; where areas overlap, the later one speaks. A PNG has none. */
  public static void on(Graphics2D canvas, Rectangle2D area, String text) {
    if (canvas instanceof SvgCanvas svg) {
      svg.say(area, text);
    }
  }
}

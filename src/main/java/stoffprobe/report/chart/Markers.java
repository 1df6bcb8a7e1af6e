package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Ten marks that stay apart without their colours: five shapes, filled and then hollow. */
public final class Markers {

  private static final int SHAPES = 5;
  private static final double RADIUS = 3;

  private Markers() {}

  /** The mark of series {@code index}, around (0, 0). */
  static Shape shape(int index) {
    double r = RADIUS;
    return switch (index % SHAPES) {
      case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
      case 1 -> new Rectangle2D.Double(-r + 0.3, -r + 0.3, 2 * r - 0.6, 2 * r - 0.6);
      case 2 -> polygon(0, -r - 0.8, r + 0.6, r - 0.4, -r - 0.6, r - 0.4);
      case 3 -> polygon(0, -r - 0.9, r + 0.9, 0, 0, r + 0.9, -r - 0.9, 0);
      default -> polygon(0, r + 0.8, r + 0.6, -r + 0.4, -r - 0.6, -r + 0.4);
    };
  }

  /** Draws the mark of series {@code index} in the canvas's colour. */
  public static void draw(Graphics2D canvas, int index, double x, double y) {
    Shape mark = AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape(index));
    canvas.setStroke(Style.line(1));
    if (filled(index)) {
      canvas.fill(mark);
    }
    canvas.draw(mark);
  }

  static boolean filled(int index) {
    return index / SHAPES % 2 == 0;
  }

  private static Shape polygon(double... coordinates) {
    Path2D path = new Path2D.Double();
    path.moveTo(coordinates[0], coordinates[1]);
    for (int i = 2; i < coordinates.length; i += 2) {
      path.lineTo(coordinates[i], coordinates[i + 1]);
    }
    path.closePath();
    return path;
  }
}

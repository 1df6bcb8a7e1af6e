package stoffprobe.nightly.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import stoffprobe.nightly.Verdict.Kind;
import stoffprobe.report.chart.Palette;
import stoffprobe.report.chart.Style;

/** How the class of a night is marked: by a shape of its own as well as by a colour. */
final class VerdictMark {

  private VerdictMark() {}

  static Palette color(Kind kind) {
    return switch (kind) {
      case REPRODUCED -> Palette.GREEN;
      case WITHIN_TOLERANCE -> Palette.BLUE;
      case DRIFT -> Palette.RED;
      case NOT_COMPARABLE -> Palette.GREY;
      case FAILED -> Palette.INK;
    };
  }

  static void draw(Graphics2D canvas, Kind kind, double x, double y, double radius) {
    draw(canvas, kind, color(kind), x, y, radius);
  }

  /** The same in another colour, where a line's own has to be seen. */
  static void draw(Graphics2D canvas, Kind kind, Palette color, double x, double y, double radius) {
    double r = radius;
    canvas.setColor(color.color());
    canvas.setStroke(Style.line(1));
    switch (kind) {
      case REPRODUCED -> canvas.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
      case WITHIN_TOLERANCE -> canvas.fill(path(true, x, y - r, x + r, y, x, y + r, x - r, y));
      case DRIFT -> canvas.fill(path(true, x, y - r, x + r, y + 0.8 * r, x - r, y + 0.8 * r));
      case NOT_COMPARABLE -> {
        canvas.setStroke(new BasicStroke(1.6f));
        double side = 0.8 * r;
        canvas.draw(new Rectangle2D.Double(x - side, y - side, 2 * side, 2 * side));
      }
      case FAILED -> {
        canvas.setStroke(Style.line(2));
        double arm = 0.75 * r;
        canvas.draw(path(false, x - arm, y - arm, x + arm, y + arm));
        canvas.draw(path(false, x - arm, y + arm, x + arm, y - arm));
      }
    }
  }

  static Path2D path(boolean closed, double... coordinates) {
    Path2D path = new Path2D.Double();
    path.moveTo(coordinates[0], coordinates[1]);
    for (int i = 2; i < coordinates.length; i += 2) {
      path.lineTo(coordinates[i], coordinates[i + 1]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }
}

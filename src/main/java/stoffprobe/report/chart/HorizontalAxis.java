package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.function.DoubleFunction;

/** An axis from left to right, with its grid and its numbers. */
public record HorizontalAxis(AxisScale scale, double left, double right) {

  /** From an axis' upper end down to the base line of its numbers. */
  public static final int NUMBERS = 16;

  /** Where a value lies. */
  public double x(double value) {
    return left + (value - scale.low()) / (scale.high() - scale.low()) * (right - left);
  }

  /** Draws a line at each tick. */
  public void grid(Graphics2D canvas, double top, double bottom) {
    canvas.setStroke(Style.line(1));
    canvas.setColor(Palette.GRID.color());
    for (int i = 0; i <= steps(); i++) {
      double x = x(scale.low() + i * scale.step());
      canvas.draw(new Line2D.Double(x, top, x, bottom));
    }
  }

  /** Writes a number below each tick. */
  public void numbers(Graphics2D canvas, double bottom, DoubleFunction<String> number) {
    Font font = Style.font(Style.SMALL, Anchor.MIDDLE);
    for (int i = 0; i <= steps(); i++) {
      double value = scale.low() + i * scale.step();
      Style.text(canvas, font, Palette.MUTED, number.apply(value), x(value), bottom + NUMBERS);
    }
  }

  private int steps() {
    return (int) Math.floor((scale.high() - scale.low()) / scale.step() + 1e-9);
  }
}

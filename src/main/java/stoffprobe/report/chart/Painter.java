package stoffprobe.report.chart;

import java.awt.Graphics2D;

/** Draws a figure, from (0, 0) to its width and height; the same on every kind of canvas. */
@FunctionalInterface
public interface Painter {

  void paint(Graphics2D canvas);
}

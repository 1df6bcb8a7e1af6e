package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * The classes' names around a square matrix: beside its rows, and slanted below its columns.
 *
 * @param names already short enough
 * @param cell the side of a cell
 */
record MatrixNames(List<String> names, double cell) {

  static final double SLANT = Math.PI / 4;

  /** Between the matrix and its names. */
  static final int GAP = 8;

  /** From a text's base line to its middle. */
  private static final int HALF_X_HEIGHT = 4;

  MatrixNames {
    names = List.copyOf(names);
  }

  /** Names the rows of a matrix whose top left corner is given. */
  void rows(Graphics2D canvas, double left, double top) {
    for (int i = 0; i < names.size(); i++) {
      double base = top + middle(i) + HALF_X_HEIGHT;
      Style.text(canvas, font(), Palette.INK, names.get(i), left - GAP, base);
    }
  }

  /** Names the columns of a matrix whose bottom left corner is given. */
  void columns(Graphics2D canvas, double left, double bottom) {
    AffineTransform upright = canvas.getTransform();
    double base = bottom + GAP + HALF_X_HEIGHT;
    for (int i = 0; i < names.size(); i++) {
      double right = left + middle(i) + HALF_X_HEIGHT;
      canvas.rotate(-SLANT, right, base);
      Style.text(canvas, font(), Palette.INK, names.get(i), right, base);
      canvas.setTransform(upright);
    }
  }

  static Font font() {
    return Style.font(Style.SMALL, Anchor.END);
  }

  private double middle(int place) {
    return (place + 0.5) * cell;
  }
}

package stoffprobe.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/** The names of lines at their right ends, moved apart where the lines end close together. */
final class EndLabels {

  private static final double GAP = 7;

  /** Far enough from the line's end not to be taken for its next piece. */
  private static final double KEY_GAP = 16;

  private static final double KEY = 22;
  private static final double TEXT_GAP = 5;
  private static final double LINE_HEIGHT = 14;

  /** From a text's base line to its middle. */
  private static final double HALF_X_HEIGHT = 4;

  private EndLabels() {}

  /** The name of a curve that ends at height {@code y}. */
  record Label(Curve curve, double y) {}

  /** The room that these names need beside the data. */
  static double width(List<String> texts) {
    return textStart(texts.size())
        + texts.stream().mapToDouble(t -> Style.width(font(), t) * Style.RESERVE).max().orElse(0);
  }

  static void draw(Graphics2D canvas, List<Label> labels, Rectangle2D data) {
    List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
    double[] wanted = sorted.stream().mapToDouble(Label::y).toArray();
    double[] heights = apart(wanted, LINE_HEIGHT, data.getMinY(), data.getMaxY());
    for (int i = 0; i < heights.length; i++) {
      Label label = sorted.get(i);
      if (labels.size() > 1) {
        drawKey(canvas, label.curve(), data.getMaxX() + KEY_GAP, heights[i]);
      }
      double x = data.getMaxX() + textStart(labels.size());
      double base = heights[i] + HALF_X_HEIGHT;
      Style.text(canvas, font(), Palette.INK, label.curve().label(), x, base);
    }
  }

  /** A line that is alone needs no key. */
  private static double textStart(int labels) {
    return labels > 1 ? KEY_GAP + KEY + TEXT_GAP : GAP;
  }

  /** A piece of the line, with its dashes and its marker: no colour is needed to find it. */
  private static void drawKey(Graphics2D canvas, Curve curve, double x, double y) {
    canvas.setColor(curve.color().color());
    canvas.setStroke(curve.stroke());
    canvas.draw(new Line2D.Double(x, y, x + KEY, y));
    Markers.draw(canvas, curve.series(), x + KEY / 2, y);
  }

  /**
   * Heights at least {@code distance} apart, each as near to the wanted one as the order allows.
   *
   * @param wanted ascending
   */
  static double[] apart(double[] wanted, double distance, double top, double bottom) {
    double[] heights = wanted.clone();
    for (int i = 0; i < heights.length; i++) {
      heights[i] = Math.max(heights[i], i == 0 ? top : heights[i - 1] + distance);
    }
    for (int i = heights.length - 1; i >= 0; i--) {
      heights[i] =
          Math.min(heights[i], i == heights.length - 1 ? bottom : heights[i + 1] - distance);
    }
    return heights;
  }

  private static Font font() {
    return Style.font(Style.SMALL, Anchor.START);
  }
}

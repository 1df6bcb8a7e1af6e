package stoffprobe.report.chart;

import java.awt.Color;
import java.awt.Paint;
import java.util.stream.IntStream;
import org.jfree.chart.renderer.PaintScale;

/**
 * The colour map of the notebook's confusion matrices: even in lightness, from dark violet to
 * yellow, so that it reads in grey and with every kind of colour vision.
 *
 * @param high the value of the brightest colour; 0 has the darkest
 * @see <a href="https://bids.github.io/colormap/">its description; it is in the public domain
 *     (CC0)</a>
 */
record Viridis(double high) implements PaintScale {

  /** Every fifth of the map's 256 colours; between them a straight line is off by at most 1. */
  private static final String ANCHORS =
      "44015446085c471063481769481d6f482475472a7a46307e453781433d84"
          + "4142873f48893d4e8a3a538b38598c355e8d33638d31688e2e6d8e2c718e"
          + "2a768e297b8e27808e25848e23898e218e8d20928c1f978b1e9c891fa188"
          + "21a58524aa8328ae802eb37c35b7793dbc7446c06f50c46a5ac86465cb5e"
          + "70cf577cd25089d54895d840a2da37b0dd2fbddf26cae11fd8e219e5e419"
          + "f1e51dfde725";

  private static final int DIGITS = 6;
  private static final int INTERVALS = ANCHORS.length() / DIGITS - 1;

  Viridis {
    if (!(high > 0)) {
      throw new IllegalArgumentException("scale up to " + high);
    }
  }

  /** The colour of a value from 0 to {@link #high()}; beyond, that of the nearer end. */
  Color color(double value) {
    double place = Math.min(1, Math.max(0, value / high)) * INTERVALS;
    int anchor = Math.min((int) place, INTERVALS - 1);
    double share = place - anchor;
    int[] rgb =
        IntStream.range(0, 3)
            .map(c -> (int) Math.round(mix(part(anchor, c), part(anchor + 1, c), share)))
            .toArray();
    return new Color(rgb[0], rgb[1], rgb[2]);
  }

  /** Black or white, whichever has the higher contrast on the colour of a value (WCAG 2.1). */
  Color textOn(double value) {
    return textOn(color(value));
  }

  /** Likewise on any colour. */
  static Color textOn(Color ground) {
    double luminance = luminance(ground);
    return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? Color.BLACK : Color.WHITE;
  }

  @Override
  public double getLowerBound() {
    return 0;
  }

  @Override
  public double getUpperBound() {
    return high;
  }

  @Override
  public Paint getPaint(double value) {
    return color(value);
  }

  private static double mix(int from, int to, double share) {
    return from + (to - from) * share;
  }

  private static int part(int anchor, int component) {
    int start = anchor * DIGITS + component * 2;
    return Integer.parseInt(ANCHORS.substring(start, start + 2), 16);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int component) {
    double c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}

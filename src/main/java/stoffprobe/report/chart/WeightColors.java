package stoffprobe.report.chart;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Colours on both sides of zero: blue below, orange above, the stronger the further away, and
 * nothing at zero, so that the ground shows. Both have a contrast of at least 3 : 1 on a light and
 * on a dark ground and stay apart with every kind of colour vision.
 *
 * @param high the value of the full colours, on either side
 */
record WeightColors(double high) {

  static final int BELOW = 0x2f78c4;
  static final int ABOVE = 0xd0661e;

  private static final int OPAQUE = 255;

  WeightColors {
    if (!(high > 0)) {
      throw new IllegalArgumentException("scale up to " + high);
    }
  }

  /** Alpha, red, green and blue of a value. */
  int argb(double value) {
    double share = Math.min(1, Math.abs(value) / high);
    return (int) Math.round(OPAQUE * share) << 24 | (value < 0 ? BELOW : ABOVE);
  }

  /** A kernel, one pixel a weight. */
  BufferedImage picture(List<Float> weights, int columns) {
    int rows = weights.size() / columns;
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < weights.size(); i++) {
      picture.setRGB(i % columns, Math.floorDiv(i, columns), argb(weights.get(i)));
    }
    return picture;
  }
}

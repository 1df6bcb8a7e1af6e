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
  private static final int RED_GREEN_BLUE = 3;

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

  /** A filter: one pixel a weight, in colour a pixel the three weights of a place. */
  BufferedImage picture(FilterTile tile) {
    return tile.channels() == 1
        ? picture(tile.weights(), tile.side())
        : inColour(tile.weights(), tile.side());
  }

  /** Red, green and blue around middle grey, which is zero, by three weights a pixel. */
  BufferedImage inColour(List<Float> weights, int columns) {
    int rows = weights.size() / RED_GREEN_BLUE / columns;
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < rows * columns; i++) {
      int rgb = 0;
      for (float weight : weights.subList(i * RED_GREEN_BLUE, (i + 1) * RED_GREEN_BLUE)) {
        rgb = rgb << 8 | (int) Math.round(OPAQUE * (1 + weight / high) / 2);
      }
      picture.setRGB(i % columns, Math.floorDiv(i, columns), rgb);
    }
    return picture;
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

package stoffprobe.report.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import stoffprobe.data.Images;

/** Where a filter responds in an image, as a small picture of sixteen colours. */
final class ResponseMap {

  /** Larger maps are made smaller, each pixel the largest of those that it stands for. */
  private static final int MOST = 56;

  private static final int BITS = 4;
  private static final int COLORS = 1 << BITS;
  private static final int WHITE = 255;
  private static final IndexColorModel MODEL = model();

  private ResponseMap() {}

  static BufferedImage of(Images maps, int index) {
    int step = (Math.max(maps.width(), maps.height()) + MOST - 1) / MOST;
    int width = (maps.width() + step - 1) / step;
    int height = (maps.height() + step - 1) / step;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, MODEL);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int value = largest(maps, index, y * step, x * step, step);
        int color = (int) Math.round((COLORS - 1.0) * value / WHITE);
        picture.getRaster().setSample(x, y, 0, color);
      }
    }
    return picture;
  }

  /** All colours in a row, from none to the strongest. */
  static BufferedImage ramp() {
    BufferedImage ramp = new BufferedImage(COLORS, 1, BufferedImage.TYPE_BYTE_BINARY, MODEL);
    for (int i = 0; i < COLORS; i++) {
      ramp.getRaster().setSample(i, 0, 0, i);
    }
    return ramp;
  }

  private static int largest(Images maps, int index, int top, int left, int step) {
    int largest = 0;
    for (int y = top; y < Math.min(maps.height(), top + step); y++) {
      for (int x = left; x < Math.min(maps.width(), left + step); x++) {
        largest = Math.max(largest, maps.pixel(index, y, x));
      }
    }
    return largest;
  }

  private static IndexColorModel model() {
    Viridis viridis = new Viridis(COLORS - 1);
    byte[] red = new byte[COLORS];
    byte[] green = new byte[COLORS];
    byte[] blue = new byte[COLORS];
    for (int i = 0; i < COLORS; i++) {
      Color color = viridis.color(i);
      red[i] = (byte) color.getRed();
      green[i] = (byte) color.getGreen();
      blue[i] = (byte) color.getBlue();
    }
    return new IndexColorModel(BITS, COLORS, red, green, blue);
  }
}

package stoffprobe.predict;

import java.awt.image.BufferedImage;
import java.util.Objects;

/** A picture in grey, 0 (black) to 1 (white), of any size. */
final class GreyPicture {

  private final int width;
  private final int height;
  private final double[] values;

  private GreyPicture(int width, int height, double[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /**
   * Turns a picture grey by its luma (ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue); what is
   * transparent shows white.
   */
  static GreyPicture of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double[] values = new double[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int argb = picture.getRGB(x, y);
        double alpha = (argb >>> 24) / 255.0;
        double luma =
            (0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255)) / 255;
        values[y * width + x] = alpha * luma + (1 - alpha);
      }
    }
    return new GreyPicture(width, height, values);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double value(int x, int y) {
    return values[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
  }

  /** Black to white and white to black. */
  GreyPicture inverted() {
    double[] inverted = new double[values.length];
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = 1 - values[i];
    }
    return new GreyPicture(width, height, inverted);
  }

  /** The mean of the outermost pixels, which are background in a picture of one thing. */
  double border() {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < height; y++) {
      boolean edge = y == 0 || y == height - 1;
      for (int x = 0; x < width; x += edge ? 1 : Math.max(1, width - 1)) {
        sum += value(x, y);
        count++;
      }
    }
    return sum / count;
  }

  /**
   * The picture as {@code rows x columns} bytes, 0 to 255: proportions kept, centred, black around.
   * Each pixel is the mean of the area that it covers.
   */
  byte[] fitted(int rows, int columns) {
    double scale = Math.min((double) rows / height, (double) columns / width);
    int fittedRows = Math.max(1, (int) Math.round(height * scale));
    int fittedColumns = Math.max(1, (int) Math.round(width * scale));
    int top = (rows - fittedRows) / 2;
    int left = (columns - fittedColumns) / 2;
    byte[] pixels = new byte[rows * columns];
    for (int y = 0; y < fittedRows; y++) {
      for (int x = 0; x < fittedColumns; x++) {
        double mean =
            mean(
                (double) x * width / fittedColumns,
                (double) (x + 1) * width / fittedColumns,
                (double) y * height / fittedRows,
                (double) (y + 1) * height / fittedRows);
        pixels[(top + y) * columns + left + x] = (byte) Math.round(255 * mean);
      }
    }
    return pixels;
  }

  /** The mean over an area in source pixels, borders counted by their share. */
  private double mean(double left, double right, double top, double bottom) {
    double sum = 0;
    double area = 0;
    for (int y = (int) top; y < Math.min(height, Math.ceil(bottom)); y++) {
      double rowShare = Math.min(bottom, y + 1) - Math.max(top, y);
      for (int x = (int) left; x < Math.min(width, Math.ceil(right)); x++) {
        double share = rowShare * (Math.min(right, x + 1) - Math.max(left, x));
        sum += share * value(x, y);
        area += share;
      }
    }
    return sum / area;
  }
}

package stoffprobe.predict;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.util.Objects;

/** A picture in grey, 0 (black) to 1 (white), of any size. Nothing of the picture is copied. */
final class GreyPicture {

  private final BufferedImage picture;
  private final Raster raster;
  private final boolean grey;
  private final boolean negative;

  private GreyPicture(BufferedImage picture, boolean negative) {
    this.picture = picture;
    this.raster = picture.getRaster();
    ColorModel colours = picture.getColorModel();
    this.grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    this.negative = negative;
  }

  /**
   * Turns a picture grey by its luma (ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue); what is
   * transparent shows white.
   */
  static GreyPicture of(BufferedImage picture) {
    return new GreyPicture(picture, false);
  }

  int width() {
    return picture.getWidth();
  }

  int height() {
    return picture.getHeight();
  }

  double value(int x, int y) {
    Objects.checkIndex(x, width());
    Objects.checkIndex(y, height());
    double value = grey ? stored(x, y) : luma(x, y);
    return negative ? 1 - value : value;
  }

  /** Black to white and white to black. */
  GreyPicture inverted() {
    return new GreyPicture(picture, !negative);
  }

  /** The mean of the outermost pixels, which are background in a picture of one thing. */
  double border() {
    int width = width();
    int height = height();
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
    double scale = Math.min((double) rows / height(), (double) columns / width());
    int fittedRows = Math.max(1, (int) Math.round(height() * scale));
    int fittedColumns = Math.max(1, (int) Math.round(width() * scale));
    int top = (rows - fittedRows) / 2;
    int left = (columns - fittedColumns) / 2;
    byte[] pixels = new byte[rows * columns];
    for (int y = 0; y < fittedRows; y++) {
      for (int x = 0; x < fittedColumns; x++) {
        double mean =
            mean(
                (double) x * width() / fittedColumns,
                (double) (x + 1) * width() / fittedColumns,
                (double) y * height() / fittedRows,
                (double) (y + 1) * height() / fittedRows);
        pixels[(top + y) * columns + left + x] = (byte) Math.round(255 * mean);
      }
    }
    return pixels;
  }

  /** The mean over an area in source pixels, borders counted by their share. */
  private double mean(double left, double right, double top, double bottom) {
    double sum = 0;
    double area = 0;
    for (int y = (int) top; y < Math.min(height(), Math.ceil(bottom)); y++) {
      double rowShare = Math.min(bottom, y + 1) - Math.max(top, y);
      for (int x = (int) left; x < Math.min(width(), Math.ceil(right)); x++) {
        double share = rowShare * (Math.min(right, x + 1) - Math.max(left, x));
        sum += share * value(x, y);
        area += share;
      }
    }
    return sum / area;
  }

  /**
   * A grey picture's value as the file holds it. {@link BufferedImage#getRGB} would take it for
   * linear light and turn 128 into 188, so a data set's own image would look pale.
   */
  private double stored(int x, int y) {
    int[] bits = picture.getColorModel().getComponentSize();
    double value = raster.getSample(x, y, 0) / (double) ((1 << bits[0]) - 1);
    if (!picture.getColorModel().hasAlpha()) {
      return value;
    }
    return onWhite(value, raster.getSample(x, y, 1) / (double) ((1 << bits[1]) - 1));
  }

  private double luma(int x, int y) {
    int argb = picture.getRGB(x, y);
    double luma =
        (0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255)) / 255;
    return onWhite(luma, (argb >>> 24) / 255.0);
  }

  private static double onWhite(double value, double alpha) {
    return alpha * value + (1 - alpha);
  }
}

package stoffprobe.pictures;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * A picture's values row by row, 0 (black) to 1 (white), in one channel (grey) or three (red,
 * green, blue). Grey is the luma of ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue. What is
 * transparent shows white.
 */
final class PixelRows {

  private final BufferedImage image;
  private final Raster raster;
  private final int channels;
  private final Kind kind;
  private final byte[] bytes;
  private final int[] samples;

  private enum Kind {
    GREY,
    BYTES,
    ANY
  }

  /** Prepares to read {@code image}, whose rows share what this reads them with. */
  PixelRows(BufferedImage image, int channels) {
    this.image = image;
    this.raster = image.getRaster();
    this.channels = channels;
    if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
      kind = Kind.GREY;
    } else {
      kind = image.getType() == BufferedImage.TYPE_3BYTE_BGR ? Kind.BYTES : Kind.ANY;
    }
    bytes = new byte[kind == Kind.BYTES ? 3 * image.getWidth() : 0];
    samples = new int[kind == Kind.BYTES ? 0 : raster.getNumBands() * image.getWidth()];
  }

  /** Values of a row: pixel after pixel, channel after channel. */
  void read(int y, double[] row) {
    switch (kind) {
      case GREY -> readGrey(y, row);
      case BYTES -> readBytes(y, row);
      case ANY -> readAny(y, row);
    }
  }

  /**
   * A grey picture's values as the file holds them. {@link BufferedImage#getRGB} would take them
   * for linear light and turn 128 into 188, so a data set's own image would look pale.
   */
  private void readGrey(int y, double[] row) {
    int bands = raster.getNumBands();
    double white = (1 << image.getColorModel().getComponentSize(0)) - 1;
    raster.getPixels(0, y, image.getWidth(), 1, samples);
    for (int x = 0; x < image.getWidth(); x++) {
      double value = samples[x * bands] / white;
      double alpha = image.getColorModel().hasAlpha() ? samples[x * bands + 1] / white : 1;
      for (int channel = 0; channel < channels; channel++) {
        row[x * channels + channel] = onWhite(value, alpha);
      }
    }
  }

  /** What the JDK decodes most files to, read without asking for each pixel. */
  private void readBytes(int y, double[] row) {
    raster.getDataElements(0, y, image.getWidth(), 1, bytes);
    for (int x = 0; x < image.getWidth(); x++) {
      put(
          row,
          x,
          Byte.toUnsignedInt(bytes[3 * x]),
          Byte.toUnsignedInt(bytes[3 * x + 1]),
          Byte.toUnsignedInt(bytes[3 * x + 2]),
          1);
    }
  }

  private void readAny(int y, double[] row) {
    for (int x = 0; x < image.getWidth(); x++) {
      int argb = image.getRGB(x, y);
      put(row, x, argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
    }
  }

  private void put(double[] row, int x, int red, int green, int blue, double alpha) {
    if (channels == 1) {
      row[x] = onWhite((0.299 * red + 0.587 * green + 0.114 * blue) / 255, alpha);
      return;
    }
    row[x * channels] = onWhite(red / 255.0, alpha);
    row[x * channels + 1] = onWhite(green / 255.0, alpha);
    row[x * channels + 2] = onWhite(blue / 255.0, alpha);
  }

  private static double onWhite(double value, double alpha) {
    return alpha * value + (1 - alpha);
  }
}

package stoffprobe.pictures;

import java.awt.image.BufferedImage;
import stoffprobe.config.Invert;

/**
 * The rule by which any picture becomes an image that a network takes: held upright, proportions
 * kept, fitted into {@code height x width}, centred, black around; turned into its negative before
 * that where {@code invert} says so. Each pixel is the mean of the area that it covers. Data sets
 * and later pictures have to come by the same rule.
 *
 * @param height rows of the image
 * @param width columns of the image
 * @param channels 1 for grey (the luma of ITU-R BT.601), 3 for red, green and blue
 */
public record PictureRule(int height, int width, int channels, Invert invert) {

  /** Middle grey: what is brighter counts as a bright border. */
  private static final double BRIGHT = 0.5;

  /** Checks the channels. */
  public PictureRule {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(channels + " channels, expected 1 or 3");
    }
  }

  /** The picture's image, uint8 {@code [height, width, channels]}. */
  public byte[] pixels(DecodedPicture picture) {
    double scale = Math.min((double) height / picture.height(), (double) width / picture.width());
    int rows = Math.max(1, (int) Math.round(picture.height() * scale));
    int columns = Math.max(1, (int) Math.round(picture.width() * scale));
    return placed(picture, rows, columns, negative(picture));
  }

  /** Whether this rule turns the picture into its negative. */
  public boolean negative(DecodedPicture picture) {
    return switch (invert) {
      case AUTO -> border(picture.image()) > BRIGHT;
      case NEVER -> false;
      case ALWAYS -> true;
    };
  }

  private byte[] placed(DecodedPicture picture, int rows, int columns, boolean negative) {
    BufferedImage image = picture.image();
    Orientation orientation = picture.orientation();
    int fileRows = orientation.swapped() ? columns : rows;
    int fileColumns = orientation.swapped() ? rows : columns;
    PixelRows pixelRows = new PixelRows(image, channels);
    double[] means =
        AreaMeans.of(
            pixelRows, image.getHeight(), image.getWidth(), channels, fileRows, fileColumns);
    int top = (height - rows) / 2;
    int left = (width - columns) / 2;
    byte[] pixels = new byte[height * width * channels];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int from =
            orientation.row(y, x, fileRows) * fileColumns + orientation.column(y, x, fileColumns);
        int to = (top + y) * width + left + x;
        for (int channel = 0; channel < channels; channel++) {
          double mean = means[from * channels + channel];
          pixels[to * channels + channel] = (byte) Math.round(255 * (negative ? 1 - mean : mean));
        }
      }
    }
    return pixels;
  }

  /** The mean luma of the outermost pixels, which are background in a picture of one thing. */
  static double border(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    double sum = sum(image.getSubimage(0, 0, width, 1));
    int count = width;
    if (height > 1) {
      sum += sum(image.getSubimage(0, height - 1, width, 1));
      count += width;
    }
    if (height > 2) {
      sum += sum(image.getSubimage(0, 1, 1, height - 2));
      count += height - 2;
    }
    if (height > 2 && width > 1) {
      sum += sum(image.getSubimage(width - 1, 1, 1, height - 2));
      count += height - 2;
    }
    return sum / count;
  }

  private static double sum(BufferedImage image) {
    PixelRows rows = new PixelRows(image, 1);
    double[] row = new double[image.getWidth()];
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      rows.read(y, row);
      for (double value : row) {
        sum += value;
      }
    }
    return sum;
  }
}

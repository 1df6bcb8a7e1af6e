package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import stoffprobe.data.Images;

/** An image of the data set as a picture. */
public final class ImagePicture {

  private ImagePicture() {}

  /** The image at {@code index}, one pixel a pixel; grey or in colour, as it is. */
  static BufferedImage of(Images images, int index) {
    return shrunk(images, index, 1);
  }

  /**
   * The image at {@code index}, a pixel being the mean of a square block, of each channel; the last
   * blocks of a row or a column may be smaller.
   *
   * @param block pixels a side of a block; 1 leaves the image as it is
   */
  public static BufferedImage shrunk(Images images, int index, int block) {
    int width = (images.width() + block - 1) / block;
    int height = (images.height() + block - 1) / block;
    int type = images.colour() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage picture = new BufferedImage(width, height, type);
    for (int channel = 0; channel < images.channels(); channel++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int mean = mean(images, index, channel, block, y * block, x * block);
          picture.getRaster().setSample(x, y, channel, mean); // red is band 0
        }
      }
    }
    return picture;
  }

  /** One channel of the image at {@code index}, the others black. */
  static BufferedImage channel(Images images, int index, int channel) {
    BufferedImage picture =
        new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        picture.getRaster().setSample(x, y, channel, images.pixel(index, y, x, channel));
      }
    }
    return picture;
  }

  /** Draws an image into a square of {@code side} pixels at most, its longer side filling it. */
  static void draw(Graphics2D canvas, Images images, int index, int x, int y, int side) {
    draw(canvas, of(images, index), x, y, side);
  }

  /** Draws a picture likewise. */
  static void draw(Graphics2D canvas, BufferedImage picture, int x, int y, int side) {
    double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
    int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
    int left = x + (side - width) / 2;
    int top = y + (side - height) / 2;
    canvas.drawImage(picture, left, top, width, height, null);
  }

  private static int mean(Images images, int index, int channel, int block, int top, int left) {
    int bottom = Math.min(images.height(), top + block);
    int right = Math.min(images.width(), left + block);
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += images.pixel(index, y, x, channel);
      }
    }
    return Math.round((float) sum / ((bottom - top) * (right - left)));
  }
}

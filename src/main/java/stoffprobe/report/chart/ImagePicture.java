package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import stoffprobe.data.Images;

/** An image of the data set as a picture. */
public final class GreyPicture {

  private GreyPicture() {}

  /** The image at {@code index}, one pixel a pixel. */
  static BufferedImage of(Images images, int index) {
    return shrunk(images, index, 1);
  }

  /**
   * The image at {@code index}, a pixel being the mean of a square block; the last blocks of a row
   * or a column may be smaller.
   *
   * @param block pixels a side of a block; 1 leaves the image as it is
   */
  public static BufferedImage shrunk(Images images, int index, int block) {
    int width = (images.width() + block - 1) / block;
    int height = (images.height() + block - 1) / block;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.getRaster().setSample(x, y, 0, mean(images, index, block, y * block, x * block));
      }
    }
    return picture;
  }

  /** Draws an image into a square of {@code side} pixels at most, its longer side filling it. */
  static void draw(Graphics2D canvas, Images images, int index, int x, int y, int side) {
    double scale = (double) side / Math.max(images.width(), images.height());
    int width = (int) Math.max(1, Math.round(images.width() * scale));
    int height = (int) Math.max(1, Math.round(images.height() * scale));
    int left = x + (side - width) / 2;
    int top = y + (side - height) / 2;
    canvas.drawImage(of(images, index), left, top, width, height, null);
  }

  private static int mean(Images images, int index, int block, int top, int left) {
    int bottom = Math.min(images.height(), top + block);
    int right = Math.min(images.width(), left + block);
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += images.pixel(index, y, x);
      }
    }
    return Math.round((float) sum / ((bottom - top) * (right - left)));
  }
}

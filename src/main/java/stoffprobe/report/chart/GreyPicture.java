package stoffprobe.report.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import stoffprobe.data.Images;

/** An image of the data set as a picture, one pixel a pixel. */
final class GreyPicture {

  private GreyPicture() {}

  static BufferedImage of(Images images, int index) {
    BufferedImage picture =
        new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        picture.getRaster().setSample(x, y, 0, images.pixel(index, y, x));
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
}

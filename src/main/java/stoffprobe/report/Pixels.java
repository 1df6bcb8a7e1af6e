package stoffprobe.report;

import java.awt.image.BufferedImage;
import stoffprobe.data.Images;

/**
 * One grey image, shrunk by the mean of square blocks.
 *
 * @param block pixels a side of a block; 1 leaves the image as it is
 */
record Pixels(Images images, int index, int block) {

  int width() {
    return (images.width() + block - 1) / block;
  }

  int height() {
    return (images.height() + block - 1) / block;
  }

  BufferedImage picture() {
    BufferedImage picture = new BufferedImage(width(), height(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[width()];
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = mean(y * block, x * block);
      }
      picture.getRaster().setPixels(0, y, row.length, 1, row);
    }
    return picture;
  }

  /** The last blocks of a row or a column may be smaller. */
  private int mean(int top, int left) {
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

package stoffprobe.report;

import java.awt.image.BufferedImage;
import stoffprobe.data.Images;
import stoffprobe.report.chart.DataUri;
import stoffprobe.report.chart.ImagePicture;
import stoffprobe.report.facts.Examples;

/**
 * A test image as a PNG in a data URI, at its own size or, where it is large, shrunk: a page may
 * show some hundred of them.
 *
 * @param index its place in the test set
 */
public record TestThumbnail(int index, String uri, int width, int height) {

  /** More pixels than this a side would not be seen in a gallery. */
  private static final int LONGEST_SIDE = 64;

  /**
   * The image at {@code index}.
   *
   * @throws IndexOutOfBoundsException if there is no such image
   */
  public static TestThumbnail of(Examples examples, int index) {
    Images images = examples.images();
    int longer = Math.max(images.width(), images.height());
    int block = (longer + LONGEST_SIDE - 1) / LONGEST_SIDE;
    BufferedImage shown = ImagePicture.shrunk(images, index, block);
    return new TestThumbnail(index, DataUri.of(shown), shown.getWidth(), shown.getHeight());
  }

  /** What names the image in every language. */
  public String alt() {
    return "#" + index;
  }
}

package stoffprobe.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import stoffprobe.data.Images;
import stoffprobe.predict.Answer;

/** Images as the network sees them. */
final class InputView {

  /** From black to white, as on a dark terminal. */
  private static final String SHADES = " ░▒▓█";

  private InputView() {}

  /**
   * In block characters, which are twice as high as wide: two rows of pixels a line. Of a pixel in
   * colour its mean is shown.
   */
  static String drawn(Images images, int index) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < images.height(); y += 2) {
      text.append("  |");
      for (int x = 0; x < images.width(); x++) {
        int below = Math.min(y + 1, images.height() - 1);
        int sum = mean(images, index, y, x) + mean(images, index, below, x);
        text.append(SHADES.charAt(sum * SHADES.length() / 511));
      }
      text.append("|\n");
    }
    return text.toString();
  }

  private static int mean(Images images, int index, int y, int x) {
    int sum = 0;
    for (int channel = 0; channel < images.channels(); channel++) {
      sum += images.pixel(index, y, x, channel);
    }
    return sum / images.channels();
  }

  /** As a PNG file of the image's own size, which names where the image comes from. */
  static Path save(Path folder, int number, Answer answer, Images images, int index)
      throws IOException {
    int type = images.colour() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage picture = new BufferedImage(images.width(), images.height(), type);
    picture.getRaster().setDataElements(0, 0, images.width(), images.height(), images.copy(index));
    Path name = Path.of(answer.file()).getFileName();
    Path file =
        Files.createDirectories(folder)
            .resolve(String.format(Locale.ROOT, "%06d-%s-%d.png", number, name, answer.index()));
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException(file + " can't be written as PNG.");
    }
    return file;
  }
}

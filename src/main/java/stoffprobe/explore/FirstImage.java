package stoffprobe.explore;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import javax.imageio.ImageIO;
import stoffprobe.config.ClassNames;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

/** The first observation, as numbers and as a picture. */
record FirstImage(Images images, int label, String className) {

  static FirstImage of(LabelledImages train, ClassNames classes) {
    int label = train.labels().get(0);
    return new FirstImage(train.images(), label, classes.de().get(label));
  }

  void write(Path text, Path picture) throws IOException {
    Files.writeString(text, numbers(), StandardOpenOption.CREATE_NEW);
    if (!ImageIO.write(picture(), "png", picture.toFile())) {
      throw new IOException(picture + " can't be written: this Java writes no PNG.");
    }
  }

  /**
   * A line a row of pixels, 0 to 255 in columns of three digits, then the label; in colour first
   * all of red ({@code R}), then green, then blue.
   */
  private String numbers() {
    StringBuilder text = new StringBuilder();
    for (int channel = 0; channel < images.channels(); channel++) {
      if (images.colour()) {
        text.append(channel == 0 ? "" : "\n").append("RGB".charAt(channel)).append('\n');
      }
      appendNumbers(text, channel);
    }
    return text.append("\nLabel: ")
        .append(label)
        .append(" (")
        .append(className)
        .append(")\n")
        .toString();
  }

  private void appendNumbers(StringBuilder text, int channel) {
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        int value = images.pixel(0, y, x, channel);
        text.append(String.format(Locale.ROOT, x == 0 ? "%3d" : " %3d", value));
      }
      text.append('\n');
    }
  }

  private BufferedImage picture() {
    int type = images.colour() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage picture = new BufferedImage(images.width(), images.height(), type);
    WritableRaster raster = picture.getRaster();
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        for (int channel = 0; channel < images.channels(); channel++) {
          raster.setSample(x, y, channel, images.pixel(0, y, x, channel)); // red is band 0
        }
      }
    }
    return picture;
  }
}

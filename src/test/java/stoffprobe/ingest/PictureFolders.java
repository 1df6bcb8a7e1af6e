package stoffprobe.ingest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Folders of pictures, made in the test. */
public final class PictureFolders {

  private PictureFolders() {}

  /** A PNG of one grey level, but for a first pixel that tells it from the others. */
  public static Path png(Path file, int height, int width, int level, int mark) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < height * width; i++) {
      picture.getRaster().setSample(i % width, i / width, 0, i == 0 ? mark : level);
    }
    Files.createDirectories(file.getParent());
    if (!ImageIO.write(picture, "png", file.toFile())) {
      throw new IOException("this Java writes no PNG");
    }
    return file;
  }

  /** So many PNGs of 2 x 3 pixels in a class's folder, {@code 000.png} and so on. */
  public static void fill(Path classFolder, int count, int level) throws IOException {
    for (int i = 0; i < count; i++) {
      png(classFolder.resolve(String.format(Locale.ROOT, "%03d.png", i)), 2, 3, level, i);
    }
  }
}

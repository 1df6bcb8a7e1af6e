package stoffprobe.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import stoffprobe.data.Images;
import stoffprobe.report.facts.Exploration.SampleImage;
import stoffprobe.report.facts.Run;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;
import stoffprobe.report.text.Words;

/**
 * A training image at its own size, as a PNG in a data URI.
 *
 * @param caption its class
 * @param description what a reader who can't see it is told
 */
public record Thumbnail(
    String uri, int width, int height, Bilingual caption, Bilingual description) {

  static List<Thumbnail> samples(Run run) {
    return run.exploration().samples().stream().map(sample -> of(run, sample)).toList();
  }

  private static Thumbnail of(Run run, SampleImage sample) {
    Bilingual caption = Words.className(run.about().classes(), sample.classIndex());
    Bilingual description =
        Bilingual.of(
            "Trainingsbild {0}, Klasse {1}",
            "Training image {0}, class {1}", Numbers.plainWhole(sample.index()), caption);
    return of(run.trainImages(), sample.index(), caption, description);
  }

  private static Thumbnail of(Images images, int index, Bilingual caption, Bilingual description) {
    Pixels pixels = new Pixels(images, index, 1);
    return new Thumbnail(uri(pixels), images.width(), images.height(), caption, description);
  }

  static String uri(Pixels pixels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels.picture(), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array takes every byte", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}

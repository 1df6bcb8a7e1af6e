package stoffprobe.report;

import java.util.List;
import stoffprobe.data.Images;
import stoffprobe.report.chart.DataUri;
import stoffprobe.report.chart.ImagePicture;
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
    String uri = DataUri.of(ImagePicture.shrunk(images, index, 1));
    return new Thumbnail(uri, images.width(), images.height(), caption, description);
  }
}

package stoffprobe.nightly.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import stoffprobe.config.ClassNames;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.NightView;
import stoffprobe.nightly.PastNight;
import stoffprobe.nightly.text.Commands;
import stoffprobe.report.Assets;

/**
 * Writes {@code nightly.html}: one self-contained file in the report's form, in German and English,
 * that loads nothing from anywhere. Same inputs, same bytes.
 *
 * @param classes the names of the classes; an index without a name is shown as a number
 * @param file the pipeline file, as commands name it
 * @param root {@code output/<pipeline>}
 */
public record NightlyPage(ClassNames classes, Path file, Path root) implements NightView {

  @Override
  public String html(Night night, List<PastNight> nights) throws IOException {
    return new NightPage(night, nights, classes, new Commands(file, root), Assets.load(), style())
        .html();
  }

  private static String style() throws IOException {
    try (InputStream in = NightlyPage.class.getResourceAsStream("nightly.css")) {
      if (in == null) {
        throw new IllegalStateException("nightly.css is missing beside " + NightlyPage.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package stoffprobe.nightly.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stoffprobe.Sample;
import stoffprobe.config.ClassNames;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.PastNight;
import stoffprobe.nightly.SyntheticNights;

/** Pages of made-up nights, with a hostile class name and one from right to left. */
final class Pages {

  static final ClassNames CLASSES =
      new ClassNames(
          third(Sample.CLASSES.de(), SyntheticNights.HOSTILE), third(Sample.CLASSES.en(), "حذاء"));

  private static final NightlyPage PAGE =
      new NightlyPage(CLASSES, Path.of("pipelines/smoke.yaml"), Path.of("my output/smoke"));

  private Pages() {}

  static String html(Night night, List<PastNight> nights) {
    try {
      return PAGE.html(night, nights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document parsed(Night night, int past) {
    return Jsoup.parse(html(night, SyntheticNights.history(night, past)));
  }

  /** A section in one language: what a reader of the other would see is taken out. */
  static Element section(Document page, String selector, String language) {
    Element copy = page.clone().selectFirst(selector);
    copy.select("[lang=" + (language.equals("de") ? "en" : "de") + "]").remove();
    return copy;
  }

  static String text(Document page, String selector, String language) {
    return section(page, selector, language).text();
  }

  private static List<String> third(List<String> names, String name) {
    List<String> others = new ArrayList<>(names);
    others.set(2, name);
    return others;
  }
}

package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds: nothing, by the rules of WCAG 2.2 AA and by its best practices. */
@ExtendWith(InChromium.class)
class BrowserAccessibilityTest {

  private final Chromium chromium;
  private final RenderedReports reports;

  BrowserAccessibilityTest(Chromium chromium, RenderedReports reports) {
    this.chromium = chromium;
    this.reports = reports;
  }

  @ParameterizedTest
  @CsvSource({
    "de, light, 1400",
    "en, light, 1400",
    "de, dark, 1400",
    "en, dark, 1400",
    "de, light, 360",
    "en, light, 360",
    "de, dark, 360",
    "en, dark, 360"
  })
  void twoModelsInBothLanguagesLightAndDarkWideAndNarrow(String language, String scheme, int width)
      throws IOException {
    open(reports.two());
    chromium.screen(width, 900);
    chromium.media("", scheme);
    chromium.run("document.documentElement.lang = arguments[0]", language);
    assertThat(chromium.violations(true)).isEmpty();
  }

  /**
   * Their colours are those of two models, and a table's first rows, where the names are, stand for
   * the others: axe-core takes minutes for a hundred thousand elements.
   */
  @Test
  void oneModelFiveAndTenOfFortyClassesWithNamesOfAllKinds() throws IOException {
    for (Path page : List.of(reports.one(), reports.five(), reports.ten())) {
      chromium.open(page, 360, 800);
      chromium.run(
          "document.querySelectorAll('tbody').forEach(b => [...b.rows].slice(4).forEach("
              + "r => r.remove())); document.querySelectorAll('svg *').forEach(e => e.remove())");
      assertThat(chromium.violations(false)).as(page.toString()).isEmpty();
    }
  }

  @Test
  void axeWouldNoticeAPictureWithoutText() throws IOException {
    open(reports.two());
    chromium.run("document.querySelector('img').removeAttribute('alt')");
    chromium.run("document.querySelectorAll('table').forEach(t => t.remove())"); // to be quick
    assertThat(chromium.violations(true))
        .anyMatch(violation -> violation.toString().startsWith("image-alt"));
  }

  private void open(Path page) throws IOException {
    chromium.open(page, 1400, 900);
    chromium.unfold();
    // A picture counts by its text: what it draws is left out anyway, and laying it out takes long.
    chromium.run("document.querySelectorAll('svg > :not(title, desc)').forEach(e => e.remove())");
  }
}

package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where scripts are off, everything is there to read, in both languages. */
@ExtendWith(InChromium.class)
class BrowserWithoutScriptsTest {

  private final Chromium chromium;
  private final Path page;

  BrowserWithoutScriptsTest(Chromium chromium, RenderedReports reports) {
    this.chromium = chromium;
    this.page = reports.two();
  }

  @BeforeEach
  void openWithoutScripts() {
    chromium.open(page, 1400, 900);
    chromium.withoutScripts();
  }

  @Test
  void aCheckboxStandsInForTheButtons() {
    assertThat(chromium.shows("#language")).isFalse();
    assertThat(chromium.shows("#explanations")).isFalse();
    assertThat(chromium.text("#verdict h2")).isEqualTo("CNN ist das bessere Modell.");
    chromium.click("#other");
    assertThat(chromium.text("#verdict h2")).isEqualTo("CNN is the better model.");
    assertThat(chromium.text("body")).doesNotContain("das bessere Modell");
  }

  @Test
  void explanationsAreShownDetailsOpenAndTablesArePlain() {
    assertThat(chromium.shows("#collect .explain")).isTrue();
    assertThat(chromium.run("return document.querySelectorAll('table button').length"))
        .isEqualTo(0L);
    assertThat(chromium.shows("#questions details p")).isFalse();
    chromium.click("#questions details summary");
    assertThat(chromium.shows("#questions details p")).isTrue();
  }
}

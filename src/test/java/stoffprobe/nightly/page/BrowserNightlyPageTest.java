package stoffprobe.nightly.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.SyntheticNights;
import stoffprobe.report.Chromium;

/** The page of a night in a browser: silent, accessible, and no wider than a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserNightlyPageTest {

  private static final Pattern ASKED = Pattern.compile("\"url\":\"(file:[^\"]*|http[^\"]*)\"");

  private @TempDir Path folder;
  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = Chromium.orSkip();
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void nothingIsAskedForAndTheConsoleSaysNothingWhateverAReaderDoes() throws IOException {
    Path page = page(SyntheticNights.withinTolerance());
    chromium.traffic();
    chromium.console();
    chromium.open(page, 1400, 900);
    chromium.unfold();
    chromium.run("document.querySelectorAll('button').forEach(b => b.click())");
    chromium.media("print", "light");
    chromium.media("", "dark");
    assertThat(chromium.console()).isEmpty();
    assertThat(
            chromium.traffic().stream()
                .filter(event -> event.contains("requestWillBeSent"))
                .flatMap(event -> ASKED.matcher(event).results().map(match -> match.group(1)))
                .distinct())
        .containsExactly(page.toUri().toString());
  }

  @Test
  void noNightScrollsSidewaysOnAPhone() throws IOException {
    for (Night night :
        List.of(
            SyntheticNights.withinTolerance(),
            SyntheticNights.otherParameters(),
            SyntheticNights.accepted(),
            SyntheticNights.failed())) {
      chromium.open(page(night), 360, 800);
      chromium.unfold();
      for (int width : List.of(320, 360, 1400)) {
        chromium.screen(width, 800);
        assertThat((long) chromium.run("return document.documentElement.scrollWidth"))
            .as("%s at %d", night.verdict().line(), width)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"de, light, 1400", "en, dark, 360"})
  void axeFindsNothingInEitherLanguage(String language, String scheme, int width)
      throws IOException {
    chromium.open(page(SyntheticNights.drift()), width, 900);
    chromium.media("", scheme);
    chromium.unfold();
    chromium.run("document.documentElement.lang = arguments[0]", language);
    assertThat(chromium.violations(true)).isEmpty();
  }

  @Test
  void aHostileNameIsShownAndNotRun() throws IOException {
    chromium.open(page(SyntheticNights.drift()), 1400, 900);
    assertThat(chromium.run("return document.title")).isEqualTo("Stoffprobe: smoke, nightly");
    assertThat(chromium.text("#predictions tbody tr:nth-child(3) td"))
        .isEqualTo(SyntheticNights.HOSTILE);
    chromium.click("#language");
    assertThat(chromium.text("#verdict h2")).startsWith("Drift: 5 metrics");
  }

  private Path page(Night night) throws IOException {
    Path file = folder.resolve("night-" + night.verdict().kind().exitCode() + ".html");
    return Files.writeString(file, Pages.html(night, SyntheticNights.history(night, 12)));
  }
}

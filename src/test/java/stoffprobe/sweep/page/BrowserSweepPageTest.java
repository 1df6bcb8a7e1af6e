package stoffprobe.sweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stoffprobe.report.Chromium;
import stoffprobe.sweep.Findings;

/** The page of a sweep in a browser: silent, accessible, and no wider than a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserSweepPageTest {

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
  void noPageScrollsSidewaysOnAPhoneOrComplains() throws IOException {
    chromium.console();
    for (Findings findings :
        List.of(
            SyntheticFindings.grid(),
            SyntheticFindings.oneVariant(),
            SyntheticFindings.nothing())) {
      chromium.open(page(findings), 360, 800);
      chromium.unfold();
      for (int width : List.of(320, 360, 1400)) {
        chromium.screen(width, 800);
        assertThat((long) chromium.run("return document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
      }
    }
    assertThat(chromium.console()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"de, light, 1400", "en, dark, 360"})
  void axeFindsNothingInEitherLanguage(String language, String scheme, int width)
      throws IOException {
    chromium.open(page(SyntheticFindings.grid()), width, 900);
    chromium.media("", scheme);
    chromium.unfold();
    chromium.run("document.documentElement.lang = arguments[0]", language);
    assertThat(chromium.violations(true)).isEmpty();
  }

  private Path page(Findings findings) throws IOException {
    return Files.writeString(
        folder.resolve("sweep-" + findings.runs().size() + ".html"),
        new SweepReport().html(findings));
  }
}

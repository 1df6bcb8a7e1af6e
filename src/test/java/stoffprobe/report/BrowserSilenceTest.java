package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page asks for nothing and complains of nothing. */
@ExtendWith(InChromium.class)
class BrowserSilenceTest {

  private static final Pattern ASKED =
      Pattern.compile(
          "\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"(.*?)\"");

  private final Chromium chromium;
  private final RenderedReports reports;

  BrowserSilenceTest(Chromium chromium, RenderedReports reports) {
    this.chromium = chromium;
    this.reports = reports;
  }

  @Test
  void theConsoleSaysNothingAtAnyLevelWhateverAReaderDoes() {
    for (Path page : List.of(reports.one(), reports.two(), reports.five(), reports.ten())) {
      chromium.console();
      chromium.open(page, 1400, 900);
      useAll();
      assertThat(chromium.console()).as(page.toString()).isEmpty();
    }
  }

  @Test
  void nothingIsAskedForButTheFileItself() {
    for (Path page : List.of(reports.two())) {
      chromium.traffic();
      chromium.open(page, 1400, 900);
      useAll();
      List<String> asked = chromium.traffic().stream().flatMap(BrowserSilenceTest::asked).toList();
      assertThat(asked)
          .isNotEmpty()
          .allMatch(url -> url.startsWith("data:") || url.startsWith("file:///"));
      assertThat(asked.stream().filter(url -> url.startsWith("file:")).distinct()).hasSize(1);
    }
  }

  @Test
  void theTestWouldNoticeWhatThePolicyRefuses() {
    chromium.open(reports.two(), 1400, 900);
    chromium.console();
    chromium.run("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/x'}))");
    assertThat(chromium.console()).anyMatch(message -> message.contains("Content Security Policy"));
  }

  private void useAll() {
    chromium.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    chromium.run("document.querySelectorAll('button').forEach(b => b.click())");
    chromium.media("", "dark");
    chromium.media("print", "light");
    chromium.media("", "light");
  }

  private static Stream<String> asked(String event) {
    Matcher matcher = ASKED.matcher(event);
    return matcher.find() ? Stream.of(matcher.group(1)) : Stream.of();
  }
}

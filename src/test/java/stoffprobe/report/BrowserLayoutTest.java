package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a phone to a wall: no page scrolls sideways, and none leaves a large screen empty. */
@ExtendWith(InChromium.class)
class BrowserLayoutTest {

  /** What sticks out of a screen, but for what scrolls by itself. */
  private static final String STICKING_OUT =
      """
      const wide = document.documentElement.clientWidth;
      const scrolls = (e) => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
          || scrolls(e.parentElement));
      return [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('svg') && !e.matches('.skip') && e.getClientRects().length > 0)
        .filter(e => e.getBoundingClientRect().right > wide + 1 && !scrolls(e.parentElement))
        .map(e => e.localName + '.' + e.className + ' ' + e.textContent.slice(0, 40));
      """;

  private final Chromium chromium;
  private final RenderedReports reports;

  BrowserLayoutTest(Chromium chromium, RenderedReports reports) {
    this.chromium = chromium;
    this.reports = reports;
  }

  @Test
  void noReportScrollsSidewaysOnAPhoneOrAnyOtherScreen() {
    for (Path page : List.of(reports.one(), reports.two(), reports.five())) {
      chromium.open(page, 360, 800);
      emptyPictures();
      unfold();
      for (int width : List.of(320, 360, 768, 1024, 1400, 3840)) {
        assertThat(neededWidth(width)).as("%s at %d", page, width).isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  void fortyClassesWithLongNamesDoNotScrollSidewaysEither() {
    chromium.open(reports.ten(), 360, 800);
    emptyPictures();
    for (int width : List.of(320, 1400)) {
      assertThat(neededWidth(width)).as("at %d", width).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void onAPhoneNothingIsCutOffThatCannotBeScrolled() {
    chromium.open(reports.two(), 320, 800);
    emptyPictures();
    unfold();
    assertThat((List<?>) chromium.run(STICKING_OUT)).isEmpty();
  }

  @Test
  void aLargeScreenIsUsedByLargerLettersInLinesOfTheSameLength() {
    chromium.open(reports.two(), 1400, 900);
    double laptop = letters();
    double letter = fontSize();
    double picture = pictureWidth();
    chromium.screen(3840, 2160);
    assertThat(fontSize()).isGreaterThan(1.8 * letter);
    assertThat(letters()).isBetween(laptop * 0.9, laptop * 1.1);
    assertThat(number("document.querySelector('#verdict').offsetWidth / innerWidth"))
        .isGreaterThan(0.55);
    assertThat(pictureWidth()).isGreaterThan(1.8 * picture);
  }

  @Test
  void inTheDarkTheGroundIsDarkAndTheLettersAreLight() {
    chromium.open(reports.two(), 1400, 900);
    double light = brightness("backgroundColor");
    assertThat(light).isGreaterThan(240);
    assertThat(brightness("color")).isLessThan(60);
    chromium.media("", "dark");
    assertThat(brightness("backgroundColor")).isLessThan(40);
    assertThat(brightness("color")).isGreaterThan(200);
  }

  @Test
  void aHostileNameIsShownAndNotRun() {
    chromium.open(reports.ten(), 1400, 900);
    assertThat(chromium.run("return document.title")).isNotEqualTo("taken");
    assertThat(chromium.text("#label tbody tr:first-child th")).isEqualTo(RenderedReports.SCRIPT);
  }

  @Test
  void aNameFromRightToLeftRunsThatWayWithinItsOwnBounds() {
    chromium.open(reports.ten(), 1400, 900);
    String name = "document.querySelector('#label tbody tr:nth-child(2) th bdi[lang=de]')";
    assertThat(chromium.run("return " + name + ".matches(':dir(rtl)')")).isEqualTo(true);
    assertThat(chromium.run("return " + name + ".parentElement.matches(':dir(ltr)')"))
        .isEqualTo(true);
  }

  @Test
  void thePageIsPrintedLightThoughTheScreenIsDark() {
    chromium.open(reports.two(), 1400, 900);
    chromium.media("print", "dark");
    assertThat(brightness("backgroundColor")).isGreaterThan(250);
    assertThat(brightness("color")).isLessThan(30);
    assertThat(chromium.shows("#language")).isFalse();
    assertThat(chromium.shows("#explanations")).isFalse();
  }

  /** They keep their size, and laying out what they draw takes seconds for each width. */
  private void emptyPictures() {
    chromium.run("document.querySelectorAll('svg > *').forEach(e => e.remove())");
  }

  private long neededWidth(int width) {
    chromium.screen(width, 800);
    return (long) chromium.run("return document.documentElement.scrollWidth");
  }

  private void unfold() {
    chromium.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
  }

  /** How many letters wide a paragraph is. */
  private double letters() {
    return number("document.querySelector('#about > p').offsetWidth") / fontSize();
  }

  private double pictureWidth() {
    return number("document.querySelector('#verdict figure svg').getBoundingClientRect().width");
  }

  private double fontSize() {
    return number("parseFloat(getComputedStyle(document.body).fontSize)");
  }

  private double number(String expression) {
    return ((Number) chromium.run("return " + expression)).doubleValue();
  }

  private double brightness(String property) {
    return number(
        "getComputedStyle(document.body)."
            + property
            + ".match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3");
  }
}

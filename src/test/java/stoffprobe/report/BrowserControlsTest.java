package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What a reader can do with the page: switch, fold, sort, and all of it by keyboard. */
@ExtendWith(InChromium.class)
class BrowserControlsTest {

  private static final String SHOWN_IN =
      "return [...document.querySelectorAll('body [lang=' + arguments[0] + ']')]"
          + ".filter(e => e.getClientRects().length > 0).length";

  private final Chromium chromium;
  private final RenderedReports reports;

  BrowserControlsTest(Chromium chromium, RenderedReports reports) {
    this.chromium = chromium;
    this.reports = reports;
  }

  @BeforeEach
  void firstVisit() {
    chromium.open(reports.two(), 1400, 900);
  }

  @Test
  void theButtonSwitchesTheLanguageAndOnlyOneIsVisible() {
    assertThat(language()).isEqualTo("de");
    assertThat(shownIn("de")).isGreaterThan(200);
    assertThat(shownIn("en")).isZero();
    chromium.click("#language");
    assertThat(language()).isEqualTo("en");
    assertThat(shownIn("en")).isGreaterThan(200);
    assertThat(shownIn("de")).isZero();
    assertThat(chromium.text("#verdict h2")).isEqualTo("CNN is the better model.");
  }

  @Test
  void theChosenLanguageIsRememberedBeforeAnythingIsShown() {
    chromium.click("#language");
    chromium.reload();
    assertThat(language()).isEqualTo("en");
    chromium.click("#language");
    chromium.reload();
    assertThat(language()).isEqualTo("de");
  }

  @Test
  void explanationsFoldAwayAndStayAway() {
    long figures = count("figure");
    assertThat(count(".explain")).isGreaterThan(10);
    chromium.click("#explanations");
    assertThat(count(".explain")).isZero();
    assertThat(count("figure")).isEqualTo(figures);
    assertThat(pressed()).isEqualTo("false");
    chromium.reload();
    assertThat(count(".explain")).isZero();
    assertThat(pressed()).isEqualTo("false");
    chromium.click("#explanations");
    assertThat(count(".explain")).isGreaterThan(10);
  }

  @Test
  void aTableIsSortedByItsNumbersAsTheLanguageWritesThem() {
    String table = "[aria-labelledby='model.mlp.history'] table";
    chromium.run("document.querySelector(arguments[0]).closest('details').open = true", table);
    List<String> asWritten = List.of("–", "0,493", "0,364", "0,300", "0,250", "0,220");
    assertThat(column(table, 1)).isEqualTo(asWritten);
    chromium.click(table + " th:nth-child(2) button");
    assertThat(column(table, 1)).containsExactly("0,493", "0,364", "0,300", "0,250", "0,220", "–");
    assertThat(sorted(table)).isEqualTo("descending");
    chromium.click("#language");
    chromium.click(table + " th:nth-child(2) button");
    assertThat(column(table, 1)).containsExactly("0.220", "0.250", "0.300", "0.364", "0.493", "–");
    assertThat(sorted(table)).isEqualTo("ascending");
    chromium.click(table + " th:nth-child(2) button");
    chromium.click("#language");
    assertThat(column(table, 1)).isEqualTo(asWritten);
    assertThat(sorted(table)).isNull();
  }

  @Test
  void durationsAreSortedByWhatTheyLastAndNotByTheirFirstDigits() {
    chromium.open(reports.five(), 1400, 900);
    String column =
        """
        const table = document.querySelector('.costs table.sortable');
        const head = [...table.querySelectorAll('th')].find(h => /^Training/.test(h.innerText));
        head.querySelector('button').click();
        return [...table.tBodies[0].rows].map(row => row.cells[head.cellIndex].innerText.trim());
        """;
    List<?> longestFirst = (List<?>) chromium.run(column);
    assertThat(longestFirst).hasSize(5);
    assertThat(longestFirst.get(0).toString()).startsWith("1\u00a0h");
    assertThat(longestFirst.get(4).toString()).isEqualTo("9,5\u00a0s");
  }

  @Test
  void theKeyboardReachesSkipLinkControlsAndTables() {
    assertThat(tabbed(1)).isEqualTo("a.skip");
    assertThat(
            (boolean) chromium.run("return document.activeElement.getBoundingClientRect().x >= 0"))
        .isTrue();
    assertThat(tabbed(1)).isEqualTo("button#explanations");
    assertThat(tabbed(1)).isEqualTo("button#language");
    chromium.press(Keys.SPACE);
    assertThat(language()).isEqualTo("en");
    assertThat(tabbed(1)).startsWith("div.");
    for (int i = 0; i < 80 && !focused().equals("button"); i++) {
      chromium.press(Keys.TAB);
    }
    assertThat(focused()).isEqualTo("button");
    assertThat(chromium.run("return document.activeElement.closest('th').ariaSort")).isNull();
    chromium.press(Keys.ENTER);
    assertThat(chromium.run("return document.activeElement.closest('th').ariaSort"))
        .isIn("ascending", "descending");
  }

  @Test
  void whatHasTheFocusIsOutlinedAllTheWayDown() {
    for (int i = 0; i < 40; i++) {
      chromium.press(Keys.TAB);
      String outline =
          (String)
              chromium.run(
                  "const s = getComputedStyle(document.activeElement);"
                      + "return s.outlineStyle + ' ' + parseFloat(s.outlineWidth)");
      assertThat(outline).as(focused()).isEqualTo("solid 3");
    }
  }

  private String language() {
    return (String) chromium.run("return document.documentElement.lang");
  }

  private String pressed() {
    return (String) chromium.run("return document.querySelector('#explanations').ariaPressed");
  }

  private long shownIn(String language) {
    return (long) chromium.run(SHOWN_IN, language);
  }

  private long count(String selector) {
    return (long)
        chromium.run(
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
                + ".length",
            selector);
  }

  @SuppressWarnings("unchecked") // strings are what the script returns
  private List<String> column(String table, int index) {
    return (List<String>)
        chromium.run(
            "return [...document.querySelector(arguments[0]).tBodies[0].rows]"
                + ".map(row => row.cells[arguments[1]].innerText.trim())",
            table,
            index);
  }

  private String sorted(String table) {
    return (String)
        chromium.run(
            "return document.querySelector(arguments[0] + ' th[aria-sort]')?.ariaSort", table);
  }

  private String tabbed(int times) {
    for (int i = 0; i < times; i++) {
      chromium.press(Keys.TAB);
    }
    return focused();
  }

  private String focused() {
    return (String)
        chromium.run(
            "const e = document.activeElement;"
                + "return e.localName + (e.id ? '#' + e.id : '')"
                + " + (e.className ? '.' + e.className.split(' ')[0] : '')");
  }
}

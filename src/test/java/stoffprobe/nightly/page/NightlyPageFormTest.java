package stoffprobe.nightly.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stoffprobe.HtmlLinks;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.SyntheticNights;

/** The form of the page: what holds whatever a night brought. */
class NightlyPageFormTest {

  private static final List<String> PAGES =
      Stream.of(
              SyntheticNights.reproduced(),
              SyntheticNights.reproducedElsewhere(),
              SyntheticNights.withinTolerance(),
              SyntheticNights.drift(),
              SyntheticNights.driftWithoutTolerance(),
              SyntheticNights.otherParameters(),
              SyntheticNights.otherCode(),
              SyntheticNights.first(),
              SyntheticNights.accepted(),
              SyntheticNights.failed())
          .map(NightlyPageFormTest::page)
          .toList();

  private static List<String> pages() {
    return PAGES;
  }

  private static String page(Night night) {
    return Pages.html(night, SyntheticNights.history(night, night.baseline() == null ? 0 : 9));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isWellFormedAndLoadsNothing(String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(100);
    Document page = Jsoup.parse(html, "", parser);
    assertThat(parser.getErrors()).isEmpty();
    assertThat(page.select("[src], [srcset], [poster], iframe, object, script[src]")).isEmpty();
    for (Element element : page.select("[href]")) {
      assertThat(element.attr("href")).matches("#.+|data:,");
    }
    assertThat(page.select("style").outerHtml()).doesNotContain("url(").doesNotContain("@import");
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.body().text()).doesNotContainPattern("\\{\\d}").doesNotContain("NaN");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyGermanElementHasAnEnglishSibling(String html) {
    Document page = Jsoup.parse(html);
    assertThat(page.select("body [lang=de]")).hasSizeGreaterThan(60);
    for (Element element : page.select("body [lang]")) {
      List<String> languages =
          element.parent().children().stream()
              .map(child -> child.attr("lang"))
              .filter(language -> !language.isEmpty())
              .toList();
      assertThat(languages.stream().filter("de"::equals).count())
          .as("children of %s", element.parent().cssSelector())
          .isEqualTo(languages.stream().filter("en"::equals).count());
      assertThat(element.text().isEmpty() && element.childrenSize() == 0)
          .as("%s is empty", element.cssSelector())
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void idsAreUniqueLinksLeadSomewhereAndTablesAreToldToScreenReaders(String html) {
    Document page = Jsoup.parse(html);
    HtmlLinks.assertLeadSomewhere(page);
    assertThat(page.select("table")).isNotEmpty().allMatch(t -> t.children().is("caption"));
    assertThat(page.select("th")).allMatch(th -> th.hasAttr("scope"));
    assertThat(page.select("h1")).hasSize(1);
    int level = 1;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
  }
}

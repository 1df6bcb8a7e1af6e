package stoffprobe.nightly.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stoffprobe.nightly.Verdict.Kind;
import stoffprobe.report.chart.Anchor;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.Style;
import stoffprobe.report.text.Bilingual;

/** Figures of one night to many: legible at any distance of nights, and told without colours. */
class NightChartsTest {

  private static final Instant LAST = Instant.parse("2026-03-14T02:17:40Z");
  private static final String RED = "--figure-8";

  /** A text where it stands. */
  private record Placed(String text, double left, double right, double base) {

    static Placed of(Element element) {
      String style =
          element.hasAttr("style") ? element.attr("style") : element.parent().attr("style");
      float size = Float.parseFloat(style.replaceAll(".*font-size:([0-9.]+)px.*", "$1"));
      double width =
          Style.width(
              style.contains("bold")
                  ? Style.bold(size, Anchor.START)
                  : Style.font(size, Anchor.START),
              element.text());
      double x = Double.parseDouble(element.attr("x"));
      double share = style.contains("middle") ? 0.5 : style.contains("anchor:end") ? 1 : 0;
      double left = x - share * width;
      return new Placed(element.text(), left, left + width, Double.parseDouble(element.attr("y")));
    }

    boolean overlaps(Placed other) {
      return Math.abs(base - other.base) < 9 && left < other.right && other.left < right;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 86400",
    "2, 60",
    "2, 86400",
    "3, 90000",
    "13, 86400",
    "30, 86400",
    "90, 86400",
    "400, 86400",
    "60, 2600000"
  })
  void datesNeitherOverlapNorLeaveTheFigure(int count, long secondsApart) {
    List<Occasion> nights = nights(count, secondsApart);
    for (Language language : Language.values()) {
      for (Figure figure :
          List.of(
              NightCharts.verdicts(language, nights),
              NightCharts.narrowVerdicts(language, nights),
              timelines(language, nights),
              NightCharts.narrowTimelines(
                  language, "m", Bilingual.same("Titel"), nights, panels(nights)))) {
        List<Placed> texts = svg(figure).select("text").stream().map(Placed::of).toList();
        assertThat(texts)
            .as(figure.name())
            .allMatch(text -> text.left() > -3 && text.right() < figure.width() + 3)
            .anyMatch(text -> text.text().matches(".*\\d.*"));
        for (int i = 0; i < texts.size(); i++) {
          for (int j = 0; j < i; j++) {
            assertThat(texts.get(i).overlaps(texts.get(j)))
                .as("%s: %s and %s", figure.name(), texts.get(i), texts.get(j))
                .isFalse();
          }
        }
      }
    }
  }

  @Test
  void everyPanelHasADateFromTheFirstNightToThousands() {
    for (int count : List.of(1, 2, 5, 20, 100, 1000, 4000)) {
      List<Occasion> nights = nights(count, 86400);
      long dates =
          svg(timelines(Language.EN, nights)).select("text").eachText().stream()
              .filter(text -> text.matches("\\d{1,2} [A-Z][a-z]{2}(, .*)?|[A-Z][a-z]{2} \\d{4}"))
              .count();
      assertThat(dates)
          .as("%d nights", count)
          .isGreaterThanOrEqualTo(Math.min(2L, count) * panels(nights).size());
    }
  }

  @Test
  void eachClassHasAShapeOfItsOwn() {
    List<Element> lanes =
        Arrays.stream(Kind.values())
            .map(kind -> List.of(new Occasion(LAST, kind)))
            .map(night -> svg(NightCharts.verdicts(Language.EN, night)))
            .toList();
    List<Integer> marks =
        lanes.stream()
            .map(lane -> lane.select("circle, rect:not(:has(title)), path").size())
            .toList();
    // each lane begins with its sign, and one has the night's; a cross is two lines
    assertThat(marks).containsExactly(7, 7, 7, 7, 8);
  }

  @Test
  void aDriftIsMarkedOnEveryLineAndTheUsualIsADashedLimit() {
    List<Occasion> nights = nights(10, 86400);
    Element figure = svg(timelines(Language.EN, nights));
    // two panels with two lines and one, one drift among ten nights, and its legend
    assertThat(figure.select("[style*=" + RED + "]")).hasSizeBetween(2, 5);
    assertThat(figure.select("text").eachText()).contains("limit of the usual", "drift", "MLP");
  }

  @Test
  void ofNightsCloseTogetherTheMouseFindsTheWorst() {
    List<Occasion> nights = new ArrayList<>(nights(1000, 86400));
    nights.replaceAll(night -> new Occasion(night.started(), Kind.REPRODUCED));
    nights.set(500, new Occasion(nights.get(500).started(), Kind.DRIFT));
    List<String> said = svg(timelines(Language.EN, nights)).select("title").eachText();
    assertThat(said.stream().filter(text -> text.endsWith("drift"))).hasSize(2);
    assertThat(said).hasSizeLessThan(400);
  }

  @Test
  void whatIsFarOutsideItsToleranceIsAnArrowAtTheEdge() {
    Figure near = NightCharts.shares(Language.DE, List.of(share(0.5), share(-2.9)));
    Figure far = NightCharts.shares(Language.DE, List.of(share(0.5), share(-40)));
    Figure none = NightCharts.shares(Language.DE, List.of(share(Double.POSITIVE_INFINITY)));
    // a mark is round, an arrow is not
    assertThat(svg(near).select("path:not([d*=C]), polygon")).isEmpty();
    assertThat(svg(far).select("path:not([d*=C]), polygon")).hasSize(1);
    assertThat(svg(far).select("title").eachText()).contains("F1, MLP: \u22124.000 %");
    assertThat(none.description()).contains("MLP Toleranz null");
    assertThat(svg(far).select("text").stream().map(Placed::of))
        .allMatch(text -> text.left() >= 0 && text.right() <= far.width());
  }

  private static MetricShares share(double share) {
    return new MetricShares(Bilingual.same("F1"), List.of(new MetricShares.Share("MLP", 0, share)));
  }

  private static Figure timelines(Language language, List<Occasion> nights) {
    return NightCharts.timelines(language, "m", Bilingual.same("Titel"), nights, panels(nights));
  }

  private static List<Timeline> panels(List<Occasion> nights) {
    List<Double> rising = IntStream.range(0, nights.size()).mapToObj(i -> 0.8 + 1e-4 * i).toList();
    List<Double> gaps =
        IntStream.range(0, nights.size()).mapToObj(i -> i % 3 == 1 ? Double.NaN : 700.0).toList();
    return List.of(
        new Timeline(
            Bilingual.same("Makro-F1, Mittel der Batches"),
            List.of(new Timeline.Line("MLP", 0, rising), new Timeline.Line("CNN", 1, gaps)),
            OptionalDouble.empty(),
            0.01,
            false),
        new Timeline(
            Bilingual.same("train-cnn"),
            List.of(new Timeline.Line("", 0, gaps)),
            OptionalDouble.of(800),
            1,
            true));
  }

  private static List<Occasion> nights(int count, long secondsApart) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Occasion(
                    LAST.minus(Duration.ofSeconds(secondsApart).multipliedBy(count - 1L - i)),
                    i == 3 ? Kind.DRIFT : Kind.REPRODUCED))
        .toList();
  }

  private static Element svg(Figure figure) {
    return Jsoup.parse(figure.svg(), Parser.xmlParser()).selectFirst("svg");
  }
}

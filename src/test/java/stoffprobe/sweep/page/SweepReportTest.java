package stoffprobe.sweep.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stoffprobe.sweep.Findings;

/** What the page of a sweep says, for each kind of findings. */
class SweepReportTest {

  private static List<Arguments> headlines() {
    return List.of(
        Arguments.of(
            SyntheticFindings.decided(),
            "better",
            "CNN ist besser als MLP.",
            "CNN is better than MLP."),
        Arguments.of(
            SyntheticFindings.undecided(),
            "undecided",
            "Unentschieden zwischen a und b.",
            "Undecided between a and b."),
        Arguments.of(
            SyntheticFindings.oneVariant(),
            "single",
            "MLP: im Mittel 88,3 % richtig.",
            "MLP: 88.3% right on average."),
        Arguments.of(
            SyntheticFindings.oneSeed(),
            "undecided",
            "Ein Startwert entscheidet nichts.",
            "One seed decides nothing."),
        Arguments.of(
            SyntheticFindings.nothing(), "failed", "Kein Lauf ist gelungen.", "No run succeeded."),
        Arguments.of(
            SyntheticFindings.grid(),
            "better",
            "Die beste von 9 Varianten: CNN, learning-rate 0.001, batch 32.",
            "The best of 9 variants: CNN, learning-rate 0.001, batch 32."));
  }

  @ParameterizedTest
  @MethodSource("headlines")
  void theFirstSentenceSaysWhatCameOut(Findings findings, String verdict, String de, String en)
      throws IOException {
    Document page = page(findings);

    Element section = page.selectFirst("section#verdict");
    assertThat(section.attr("data-verdict")).isEqualTo(verdict);
    assertThat(section.selectFirst("h2 [lang=de]").text()).isEqualTo(de);
    assertThat(section.selectFirst("h2 [lang=en]").text()).isEqualTo(en);
  }

  @Test
  void theSpreadTheDifferenceAndTheSeedsAreTold() throws IOException {
    Document page = page(SyntheticFindings.decided());

    assertThat(page.select("#verdict p[lang=en]").eachText())
        .contains(
            "CNN classifies 92.10% of the test images correctly on average over 5 seeds, at least"
                + " 91.90% and at most 92.30%.",
            "With 5 of 5 seeds CNN is ahead.")
        .anyMatch(text -> text.startsWith("The difference is 3.76 percentage points; for other"));
    assertThat(page.select("#comparisons tbody tr")).hasSize(1);
    // by SciPy: ttest_rel's interval and permutation_test of the five differences
    assertThat(page.select("#comparisons tbody td.n [lang=en]").eachText())
        .contains("3.19 to 4.33", "0.063");
  }

  @Test
  void aSingleRunMayClaimOnlyWhatSeedsDoNot() throws IOException {
    List<String> claims =
        page(SyntheticFindings.undecided()).select("#single li [lang=en]").eachText();

    assertThat(claims)
        .anyMatch(text -> text.contains("Two runs of a that differ in their seed alone"))
        .anyMatch(
            text -> text.startsWith("In 9 of the 25 pairs of two runs b would have been ahead"));
    assertThat(page(SyntheticFindings.oneSeed()).select("#single")).isEmpty();
  }

  @Test
  void amongManyTheChoiceItselfIsNamed() throws IOException {
    assertThat(page(SyntheticFindings.grid()).select("#variants").text())
        .contains("took part in choosing which of 9 variants is ahead");
    assertThat(page(SyntheticFindings.decided()).select("#variants").text())
        .doesNotContain("took part in choosing");
  }

  @Test
  void valuesAreTextAndNothingElse() throws IOException {
    Document page = page(SyntheticFindings.grid());

    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("#effects code").eachText())
        .contains("<script>alert(1)</script>", "training.batch");
    assertThat(page.select("#effects tbody tr")).hasSize(6);
  }

  @Test
  void aFailureIsShownWithItsReason() throws IOException {
    Document page = page(SyntheticFindings.nothing());

    assertThat(page.select("tr.failed").text()).contains("the loss is no number in epoch 1.");
    assertThat(page.select("#verdict p[lang=de]").text()).contains("Einer von 1 Läufen");
  }

  @Test
  void nothingDependsOnTheLocale() throws IOException {
    String before = new SweepReport().html(SyntheticFindings.grid());
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(new SweepReport().html(SyntheticFindings.grid())).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void everyFigureHasAText() throws IOException {
    Document page = page(SyntheticFindings.decided());

    assertThat(page.select("figure")).hasSize(3);
    assertThat(page.select("figure svg"))
        .hasSize(12)
        .allMatch(svg -> svg.selectFirst("title, desc") != null);
  }

  private static Document page(Findings findings) throws IOException {
    return Jsoup.parse(new SweepReport().html(findings));
  }
}

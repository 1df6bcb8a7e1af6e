package stoffprobe.nightly.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.PastNight;
import stoffprobe.nightly.SyntheticNights;

/** What the page of a night says, for each class of night. */
class NightlyPageTest {

  private static List<Arguments> headlines() {
    return List.of(
        Arguments.of(
            SyntheticNights.reproduced(),
            "reproduced",
            "Bit für Bit reproduziert.",
            "Reproduced bit for bit."),
        Arguments.of(
            SyntheticNights.withinTolerance(),
            "within-tolerance",
            "Bits weichen ab, alle Metriken liegen in der Toleranz.",
            "Bits differ, all metrics are within tolerance."),
        Arguments.of(
            SyntheticNights.drift(),
            "drift",
            "Drift: 5 Metriken liegen außerhalb ihrer Toleranz.",
            "Drift: 5 metrics are outside their tolerance."),
        Arguments.of(
            SyntheticNights.driftWithoutTolerance(),
            "drift",
            "Drift: Metriken haben sich geändert, eine Toleranz ist nicht gemessen.",
            "Drift: metrics changed, and no tolerance has been measured."),
        Arguments.of(
            SyntheticNights.otherParameters(),
            "not-comparable",
            "Nicht vergleichbar: Die Daten und die Einstellungen haben sich geändert.",
            "Not comparable: the data and the settings have changed."),
        Arguments.of(
            SyntheticNights.otherCode(),
            "not-comparable",
            "Nicht vergleichbar: Die Ergebnisse weichen ab, und der Code hat sich geändert.",
            "Not comparable: the results differ, and the code has changed."),
        Arguments.of(
            SyntheticNights.first(),
            "not-comparable",
            "Nicht vergleichbar: Es gibt noch keinen Referenzlauf.",
            "Not comparable: there is no baseline yet."),
        Arguments.of(
            SyntheticNights.accepted(),
            "not-comparable",
            "Der erste Referenzlauf liegt vor.",
            "The first baseline is in place."),
        Arguments.of(
            SyntheticNights.failed(), "failed", "Der Lauf ist gescheitert.", "The run failed."));
  }

  @ParameterizedTest
  @MethodSource("headlines")
  void theFirstSentenceSaysTheClass(Night night, String verdict, String de, String en) {
    Document page = Pages.parsed(night, 3);
    assertThat(page.selectFirst("#verdict").attr("data-verdict")).isEqualTo(verdict);
    assertThat(Pages.text(page, "#verdict h2", "de")).isEqualTo(de);
    assertThat(Pages.text(page, "#verdict h2", "en")).isEqualTo(en);
    assertThat(page.select("#verdict h2 svg." + verdict)).hasSize(1);
    assertThat(page.selectFirst(".facts code").text())
        .isEqualTo(night.verdict().line().replace('\n', ' '));
  }

  @Test
  void aReproducedNightTellsHowMuchWasComparedAndWithWhat() {
    Document page = Pages.parsed(SyntheticNights.reproduced(), 12);
    assertThat(Pages.text(page, "#verdict", "de"))
        .contains("Alle 18 verglichenen Ergebnisse aus 7 Stufen")
        .contains("14. März 2026, 02:17 Uhr (UTC)")
        .contains("1. März 2026, 02:23 Uhr (UTC), von anna")
        .contains("5 min 22 s")
        .contains("gemessen mit 5 Startwerten")
        .contains("Es ist nichts zu tun.");
    assertThat(Pages.text(page, "#verdict", "en"))
        .contains("All 18 results compared, from 7 stages")
        .contains("1 March 2026, 02:23 (UTC), by anna");
    assertThat(page.select(".chain > .same")).hasSize(7);
    assertThat(page.select(".chain > .different, #figure\\.shares, tr.outside")).isEmpty();
    assertThat(Pages.text(page, "#changes", "de")).contains("Nichts: Daten, Einstellungen");
    assertThat(Pages.text(page, "#repetition", "en")).contains("Yes: MLP was trained twice");
  }

  @Test
  void theChainNamesTheFirstDifferenceAndAllFilesThatDiffer() {
    Document page = Pages.parsed(SyntheticNights.withinTolerance(), 12);
    assertThat(page.select(".chain > li strong").eachText())
        .containsExactly(
            "ingest", "explore", "preprocess", "train-mlp", "train-cnn", "evaluate", "report");
    assertThat(page.select(".chain > .different strong").eachText())
        .containsExactly("train-cnn", "evaluate");
    Element first = page.selectFirst(".chain > li:has(.first)");
    assertThat(first.selectFirst("strong").text()).isEqualTo("train-cnn");
    assertThat(first.select("code.file").eachText()).containsExactly("weights", "history.csv");
    assertThat(Pages.text(page, ".chain", "de")).contains("≠ 7 von 9 weichen ab", "und 2 weitere");
    assertThat(page.select("#stages details tbody tr"))
        .hasSize(9)
        .extracting(Element::text)
        .contains("evaluate examples.csv")
        .doesNotContain("evaluate predictions-mlp.csv");
  }

  @Test
  void metricsStandBesideTheirToleranceInTheNumbersOfEachLanguage() {
    Document page = Pages.parsed(SyntheticNights.withinTolerance(), 12);
    String cnn = "#metrics .table:nth-of-type(2) tbody";
    Element accuracy = page.select("#metrics tbody").get(1).selectFirst("tr");
    assertThat(accuracy.select("[lang=de]").eachText())
        .containsExactly(
            "Genauigkeit", "0,9120", "0,9160", "+0,0040", "0,0200", "✓ in der Toleranz");
    assertThat(accuracy.select("[lang=en]").eachText())
        .containsExactly("Accuracy", "0.9120", "0.9160", "+0.0040", "0.0200", "✓ within");
    assertThat(page.select("#metrics tr.outside")).as(cnn).isEmpty();
    assertThat(Pages.text(page, "#metrics > ul", "de"))
        .contains("MLP: Alle 5 Metriken haben genau den Wert des Referenzlaufs.")
        .contains("CNN: 5 von 5 Metriken haben sich geändert; außerhalb der Toleranz: 0.")
        .contains("+0,0040, 20 % der Toleranz");
  }

  /** Student's quantile for 4 degrees of freedom at 0.0025 is 5.5976, as SciPy has it. */
  @Test
  void theToleranceIsExplainedByItsSeedsAndItsFactor() {
    Document page = Pages.parsed(SyntheticNights.drift(), 12);
    assertThat(Pages.text(page, "#metrics", "de"))
        .contains("5 Läufe, die sich vom Referenzlauf nur im Startwert")
        .contains("das 7,9-Fache dieser Standardabweichung")
        .contains("t = 5,60")
        .contains("mit 4 Freiheitsgraden")
        .contains("von allen 10 Metriken zusammen nur in 5 % der Fälle");
  }

  @Test
  void aDriftNamesTheMetricThatIsFarthestAndMarksAllOutside() {
    Document page = Pages.parsed(SyntheticNights.drift(), 12);
    assertThat(Pages.text(page, "#verdict .lead", "en"))
        .contains("of CNN went from")
        .contains("3.0 times the tolerance of 0.0200");
    assertThat(page.select("#metrics tr.outside")).hasSize(5);
    assertThat(page.select("#metrics tr.outside td:last-child [lang=de]").eachText())
        .containsOnly("✗ außerhalb");
    assertThat(page.selectFirst("#figure\\.shares svg").attr("aria-label"))
        .contains("Genauigkeit: MLP 0\u00a0%, CNN −300\u00a0%")
        .contains("Makro-F1: MLP 0\u00a0%, CNN −150\u00a0%");
  }

  @Test
  void withoutAToleranceTheReaderIsToldHowToMeasureIt() {
    Document page = Pages.parsed(SyntheticNights.driftWithoutTolerance(), 2);
    assertThat(page.selectFirst("#metrics pre").text())
        .isEqualTo(
            "target/stoffprobe nightly pipelines/smoke.yaml --output 'my output' --calibrate 5");
    assertThat(page.select("#verdict .command").eachText())
        .contains(page.selectFirst("#metrics pre").text());
    assertThat(page.select("#figure\\.shares")).isEmpty();
    assertThat(Pages.text(page, "#metrics", "de"))
        .contains("+2,5 · 10⁻⁷")
        .contains("≠ ohne Toleranz");
    assertThat(Pages.text(page, "#predictions", "en"))
        .contains("CNN: probabilities have changed, but no image changed its class.");
    assertThat(Pages.text(page, "#costs", "en")).contains("only after 5 past nights");
  }

  @Test
  void flippedImagesAreNamedTheFirstFiftyOfThem() {
    Document page = Pages.parsed(SyntheticNights.drift(), 12);
    assertThat(page.select("#predictions tbody tr")).hasSize(50);
    assertThat(Pages.text(page, "#predictions caption", "de")).contains("20 weitere");
    assertThat(Pages.text(page, "#predictions", "de"))
        .contains("CNN: 70 Bilder wechselten die Klasse. Vorher richtig und jetzt falsch: 70;")
        .contains("Wahrscheinlichkeit 1,7 · 10⁻²¹")
        .contains("Das Modell ist schlechter geworden.");
    Element second = page.select("#predictions tbody tr").get(1);
    assertThat(second.select("[lang=de]").eachText())
        .containsExactly("1", "Hose", "Hose", SyntheticNights.HOSTILE, "jetzt falsch");
  }

  @Test
  void fewFlipsAreNotCalledAChangeOfTheModel() {
    Document page = Pages.parsed(SyntheticNights.withinTolerance(), 12);
    assertThat(Pages.text(page, "#predictions", "en"))
        .contains("CNN: 3 images changed their class.")
        .contains("a probability of 0.25 (exact McNemar test)")
        .contains("does not show that the model has become better or worse");
  }

  @Test
  void otherTestImagesAreNotComparedOneByOne() {
    Document page = Pages.parsed(SyntheticNights.otherParameters(), 12);
    assertThat(Pages.text(page, "#predictions", "de"))
        .contains("Die Testbilder sind nicht die des Referenzlaufs");
  }

  @Test
  void changesAreToldFieldByFieldWithBothValues() {
    Document page = Pages.parsed(SyntheticNights.otherParameters(), 12);
    assertThat(page.select("#changes table.sortable tbody tr"))
        .extracting(row -> row.children().stream().map(Element::text).toList())
        .contains(
            List.of("Einstellungensettings", "ingest", "seed", "42", "43"),
            List.of("Einstellungensettings", "ingest", "note", "absent", SyntheticNights.HOSTILE))
        .anyMatch(
            row ->
                row.subList(0, 3).equals(List.of("Datendata", "ingest", "t10k-labels-idx1-ubyte")));
    Element machine = page.select("#changes details table").get(1);
    assertThat(machine.select("tr:contains(processor-flags) td").eachText())
        .containsExactly("avx2 fma sse4_2", "ebensothe same");
    assertThat(machine.select("tr:contains(pipeline-file) td").eachText())
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }

  @Test
  void whatTookUnusuallyLongIsSaidInWords() {
    Document page = Pages.parsed(SyntheticNights.reproducedElsewhere(), 12);
    assertThat(Pages.text(page, "#costs > ul", "de"))
        .contains("train-cnn dauerte 6 min 40 s; üblich sind 2 min 9 s");
    assertThat(page.select("#costs tr.outside")).hasSize(1);
    assertThat(page.selectFirst("#figure\\.seconds svg").attr("aria-label"))
        .containsPattern("train-cnn: 12\\d,.*, Grenze des Üblichen 14[12],\\d; evaluate");
    assertThat(Pages.text(page, "#costs tr.outside td:last-child", "en"))
        .isEqualTo("unusual: 3.1 times the median");
    assertThat(Pages.text(page, "#costs .explain", "de"))
        .contains("höchstens 30", "3,5-Fache", "mindestens aber um 10 %", "0,50 s");
    assertThat(Pages.text(page, "#verdict", "de"))
        .contains("obwohl die Umgebung und der Code sich seit dem Referenzlauf geändert haben")
        .contains("ungewöhnlich viel Zeit oder Speicher");
  }

  @Test
  void aMachineThatDoesNotRepeatItselfIsNamedFirst() {
    Document page = Pages.parsed(SyntheticNights.withinTolerance(), 12);
    assertThat(Pages.text(page, "#repetition", "de")).contains("Nein: MLP wurde");
    assertThat(Pages.text(page, ".todo", "de")).contains("Der Rechner wiederholt sich nicht");
    assertThat(page.select("#repetition .hash").eachText()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aFailedRunShowsItsMessageAndStillItsHistory() {
    Document page = Pages.parsed(SyntheticNights.failed(), 12);
    assertThat(page.selectFirst("#verdict pre").wholeText())
        .contains("Stage train-cnn failed: " + SyntheticNights.HOSTILE + " second line");
    assertThat(page.select("#metrics, #predictions, #changes, #costs, .chain")).isEmpty();
    assertThat(page.select("#history tbody tr")).hasSize(13);
    assertThat(page.select("#figure\\.metrics")).hasSize(1);
  }

  @Test
  void whoAcceptedTheBaselineIsShownAndNotRun() {
    Document page = Pages.parsed(SyntheticNights.accepted(), 0);
    assertThat(Pages.text(page, "#verdict", "de"))
        .contains("mallory" + SyntheticNights.HOSTILE + " hat diesen Lauf zum Referenzlauf")
        .contains("Die nächste Nacht wird mit diesem Lauf verglichen");
    assertThat(page.select("script")).hasSize(1);
  }

  @Test
  void aNewBaselineAsksForNothingMoreOfTheOldOnesVerdict() {
    Document drift = Pages.parsed(SyntheticNights.accepted(SyntheticNights.drift(), "anna"), 12);
    assertThat(Pages.text(drift, "#verdict .lead", "en"))
        .contains("anna has made this run the baseline of the nights to come.");
    assertThat(drift.select(".todo .command").eachText())
        .containsExactly("target/stoffprobe nightly pipelines/smoke.yaml --output 'my output'");
  }

  @Test
  void theTolerancesOfOtherSettingsAreNotKeptWithANewBaseline() {
    Night night = SyntheticNights.accepted(SyntheticNights.otherParameters(), "anna");
    assertThat(Pages.parsed(night, 12).select(".todo .command").eachText())
        .hasSize(2)
        .last()
        .asString()
        .endsWith(" --calibrate 5");
  }

  @Test
  void theHistoryListsThirtyNightsAndDrawsAll() {
    Night night = SyntheticNights.drift();
    Document page = Pages.parsed(night, 400);
    assertThat(page.select("#history tbody tr")).hasSize(30);
    assertThat(Pages.text(page, "#history caption", "de"))
        .isEqualTo("Die letzten 30 von 401 Nächten, die neueste zuerst");
    assertThat(page.select("#history tbody tr").first().select("[lang=de]").eachText())
        .containsExactly(
            "14. März 2026, 02:17 Uhr (UTC)", "Drift", "88,30 %", "85,20 %", "5 min 22 s");
    assertThat(page.selectFirst("#figure\\.verdicts svg").attr("aria-label"))
        .contains("reproduziert: 360", "Drift: 11", "gescheitert: 10", "zuletzt: Drift");
    assertThat(page.selectFirst("#figure\\.metrics svg").attr("aria-label"))
        .contains("401 Nächte", "Genauigkeit: MLP 0,883");
    assertThat(page.select("#figure\\.metrics .wide [lang=en] title"))
        .hasSizeBetween(5 * 30, 5 * 100)
        .last()
        .extracting(Element::text)
        .isEqualTo("14 Mar 2026, 02:17: MLP 0.443; CNN 0.412; drift");
    assertThat(page.select("#figure\\.metrics .narrow title")).isEmpty();
  }

  @Test
  void samePagesHaveTheSameBytesWhereverTheyAreMade() {
    Night night = SyntheticNights.withinTolerance();
    List<PastNight> nights = SyntheticNights.history(night, 40);
    String here = Pages.html(night, nights);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(Pages.html(night, nights)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}

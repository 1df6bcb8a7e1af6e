package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page says what the numbers say, above all where the favourite has lost. */
class VerdictTest {

  private static final List<Integer> GOOD = SyntheticRun.GOOD;
  private static final List<Integer> FAIR = SyntheticRun.FAIR;

  @TempDir private Path root;

  @Test
  void aBetterCnnReadsAsBetter() throws IOException {
    Document page = page(SyntheticModel.mlp("mlp", FAIR), SyntheticModel.cnn("cnn", GOOD));
    assertThat(page.select("#verdict").attr("data-verdict")).isEqualTo("b");
    assertThat(page.select("#verdict").attr("data-better")).isEqualTo("cnn");
    assertThat(headline(page, "de")).isEqualTo("CNN ist das bessere Modell.");
    assertThat(headline(page, "en")).isEqualTo("CNN is the better model.");
    assertThat(text(page, "#verdict .lead", "de"))
        .contains("Von 1.000 Testbildern ordnet CNN 92,2 % richtig ein, MLP 87,7 %.")
        .contains(
            "Der Vorsprung beträgt 4,5 Prozentpunkte (95-%-Konfidenzintervall: 2,7 bis 6,3).");
    assertThat(text(page, "#verdict .lead", "en"))
        .contains("Of 1,000 test images CNN gets 92.2% right, MLP 87.7%.")
        .contains("That is a lead of 4.5 percentage points (95% confidence interval: 2.7 to 6.3).");
    assertThat(text(page, "#verdict .advice p", "de"))
        .startsWith(
            "Zu empfehlen ist CNN. Zum Aufwand: CNN hat 1,8-mal so viele Parameter wie MLP");
    assertThat(answer(page, "Was haben")).contains("„Hemd“ hat gewonnen", "79 (+11)");
  }

  @Test
  void aCnnThatLostReadsAsLost() throws IOException {
    Document page = page(SyntheticModel.mlp("mlp", GOOD), SyntheticModel.cnn("cnn", FAIR));
    assertThat(page.select("#verdict").attr("data-verdict")).isEqualTo("a");
    assertThat(page.select("#verdict").attr("data-better")).isEqualTo("mlp");
    assertThat(headline(page, "de")).isEqualTo("MLP ist das bessere Modell.");
    assertThat(headline(page, "en")).isEqualTo("MLP is the better model.");
    assertThat(text(page, "#verdict .lead", "en")).contains("a lead of 4.5 percentage points");
    assertThat(text(page, "#verdict .advice p", "en"))
        .startsWith("Use MLP.")
        .contains("It is more accurate and costs no more; nothing in this run speaks for CNN.");
    assertThat(answer(page, "Was haben"))
        .contains("„Mantel“ hat verloren", "„Hemd“ hat verloren", "68 (−11)")
        .contains("Insgesamt hat CNN gegenüber MLP verloren.");
    assertThat(page.select("#implement").text())
        .contains("4-train-mlp")
        .doesNotContain("train-cnn");
    assertThat(text(page, "#compare", "de"))
        .contains(
            "Die höchste Genauigkeit (Mittel der Batches) am Ende hat MLP: MLP 0,922, CNN 0,877.");
  }

  @Test
  void levelModelsReadAsUndecidedAndTheSmallerIsAdvised() throws IOException {
    Document page = page(SyntheticModel.mlp("mlp", GOOD), SyntheticModel.cnn("cnn", GOOD));
    assertThat(page.select("#verdict").attr("data-verdict")).isEqualTo("undecided");
    assertThat(page.select("#verdict").hasAttr("data-better")).isFalse();
    assertThat(headline(page, "de"))
        .isEqualTo("Unentschieden: Zwischen MLP und CNN ist kein Unterschied nachweisbar.");
    assertThat(headline(page, "en"))
        .isEqualTo("Undecided: no difference between MLP and CNN can be shown.");
    assertThat(text(page, "#verdict", "en")).contains("Use MLP", "MLP is smaller");
    assertThat(text(page, "#verdict", "de")).doesNotContain("besser ist", "Vorsprung");
    assertThat(answer(page, "Was haben")).contains("„Hemd“ ist gleich geblieben", "(±0)");
  }

  @Test
  void oneImageFewerIsNoWeakness() throws IOException {
    SyntheticModel hardly =
        SyntheticModel.cnn("cnn", List.of(88, 98, 88, 93, 88, 98, 79, 97, 98, 94));
    assertThat(answer(page(SyntheticModel.mlp("mlp", GOOD), hardly), "Was haben"))
        .contains("ein Bild weniger", "dass er Zufall sein kann")
        .doesNotContain("verloren.");
  }

  @Test
  void oneModelGetsNoComparison() throws IOException {
    Document page = page(SyntheticModel.mlp("mlp", FAIR));
    assertThat(page.select("#verdict").hasAttr("data-verdict")).isFalse();
    assertThat(headline(page, "de")).startsWith("Ein einzelnes Modell, kein Vergleich: MLP");
    assertThat(headline(page, "en")).startsWith("A single model, no comparison: MLP");
    assertThat(page.select("#compare")).isEmpty();
    assertThat(page.select("#questions details")).hasSize(4);
  }

  @Test
  void threeModelsAreRankedAndComparedInPairs() throws IOException {
    Document page =
        page(
            SyntheticModel.mlp("mlp", FAIR),
            SyntheticModel.cnn("cnn", GOOD),
            SyntheticModel.mlp("deep", GOOD).withCost(583_946, 90));
    List<String> ranking = page.select("#verdict table").first().select("tbody th").eachText();
    assertThat(ranking).containsExactly("CNN", "deep", "MLP");
    assertThat(page.select("#verdict table").last().select("tbody th").eachText())
        .containsExactly("MLP / CNN", "MLP / deep", "CNN / deep");
    assertThat(headline(page, "de")).isEqualTo("Von MLP und CNN ist CNN das bessere Modell.");
    assertThat(text(page, "#verdict .lead", "en")).contains("Of all three models CNN");
    assertThat(text(page, "#verdict .advice p", "en")).startsWith("Use CNN: where accuracy");
    assertThat(text(page, "#limits + ul", "en")).contains("With several pairs");
  }

  @Test
  void onlyWhatTheOtherModelSavesSpeaksForIt() throws IOException {
    SyntheticModel small = SyntheticModel.mlp("mlp", FAIR).withCost(1_000, 90);
    Document page = page(small, SyntheticModel.cnn("cnn", GOOD).withCost(2_000, 10));
    assertThat(text(page, "#verdict .advice p", "de"))
        .contains("MLP käme nur infrage, wenn Speicher so knapp ist")
        .doesNotContain("wenn Speicher oder");
  }

  @Test
  void networksOfOneSizeAreCalledSo() throws IOException {
    Document page = page(SyntheticModel.mlp("mlp", GOOD), SyntheticModel.mlp("again", GOOD));
    assertThat(text(page, "#verdict .advice p", "en")).contains("about as many parameters");
  }

  private Document page(SyntheticModel... models) throws IOException {
    Path folder = SyntheticRun.fashion(models).render(root);
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }

  private static String headline(Document page, String language) {
    Element first = page.select("#verdict").first().firstElementChild();
    return first.select("[lang=" + language + "]").text();
  }

  private static String text(Document page, String part, String language) {
    return plain(page.select(part).select("[lang=" + language + "]").text());
  }

  private static String answer(Document page, String question) {
    return plain(page.select("#questions details:contains(" + question + ") p[lang=de]").text());
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}

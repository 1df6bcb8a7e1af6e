package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
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
    assertThat(text(page, "#verdict .lead", "de"))
        .contains("Bei 85 Bildern liegt nur eines der beiden richtig: CNN bei 65, MLP bei 20.")
        .contains("Wahrscheinlichkeit 1,0 · 10⁻⁶ vor (exakter McNemar-Test)");
    assertThat(text(page, "#verdict .advice dl", "de"))
        .startsWith(
            "CNN In der Regel: Von 1.000 Bildern dieser Art ordnet es etwa 78 falsch ein, MLP etwa"
                + " 123.")
        .endsWith(
            "MLP Nur, wenn es auf Speicherplatz (941 kB statt 1,7 MB), Trainingszeit (52 s statt"
                + " 5 min 18 s) und Antwortzeit (0,24 ms statt 0,42 ms) mehr ankommt als auf 45"
                + " zusätzliche Fehler je 1.000 Bilder.");
    assertThat(costs(page, "Saved model")).containsExactly("1.7 MB", "941 kB");
    assertThat(costs(page, "Parameters")).containsExactly("421,642", "235,146");
    assertThat(costs(page, "Training time")).containsExactly("5 min 18 s", "52 s");
    assertThat(costs(page, "Response time")).containsExactly("0.42 ms", "0.24 ms");
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
    assertThat(text(page, "#verdict .advice dl", "en"))
        .startsWith("MLP As a rule: of 1,000 images of this kind it misclassifies about 78")
        .contains("CNN Nothing in this run speaks for it: neither accuracy nor size nor speed.");
    assertThat(alternative(page, "en"))
        .contains("CNN: 87.7%", "MLP: 92.2%", "MLP minus CNN: +4.5 (+2.7 to +6.3) percentage");
    assertThat(answer(page, "Was haben"))
        .contains("„Mantel“ hat verloren", "„Hemd“ hat verloren", "68 (−11)")
        .contains("Insgesamt hat CNN gegenüber MLP verloren.");
    assertThat(page.select("#implement").text())
        .contains("5-evaluate/models/mlp", "serve --model mlp")
        .doesNotContain("models/cnn", "--model cnn");
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
    assertThat(text(page, "#verdict .advice dl", "en"))
        .startsWith("MLP First: where accuracy does not decide, cost does. Against CNN it saves")
        .contains("CNN Only once more test images or further training runs show a difference.");
    assertThat(page.select("#verdict td.best").eachText().toString()).doesNotContain("92.2");
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
    assertThat(page.select("#verdict").attr("data-verdict")).isEqualTo("b");
    assertThat(page.select("#verdict .costs tbody th").eachText())
        .containsExactly("CNN", "deep", "MLP");
    assertThat(page.select("#verdict .costs tbody td:first-child").eachText())
        .containsExactly("1", "1", "3");
    assertThat(page.select("#pairs tbody th").eachText())
        .containsExactly("MLP / CNN", "MLP / deep", "CNN / deep");
    assertThat(headline(page, "de")).isEqualTo("CNN führt unter drei Modellen.");
    assertThat(text(page, "#verdict .lead", "en"))
        .contains("All 3 pairs were tested", "cannot safely be told apart from deep; over the");
    assertThat(text(page, "#verdict .advice dl", "en")).startsWith("CNN First: where accuracy");
    assertThat(text(page, "#limits + ul", "en")).contains("Holm");
    assertThat(alternative(page, "en")).contains("deep: 92.2%", "told apart from the first");
  }

  @Test
  void holmsCorrectionCanTakeBackWhatAPairAloneShows() throws IOException {
    List<Integer> middle = List.of(86, 97, 84, 90, 82, 98, 76, 95, 97, 94);
    Document page =
        page(
            SyntheticModel.mlp("a", middle),
            SyntheticModel.mlp("b", GOOD),
            SyntheticModel.mlp("c", middle),
            SyntheticModel.mlp("d", middle));
    // 43 images against 20 alone, p 0.0053; six pairs, of which three have this p
    assertThat(page.select("#verdict").attr("data-verdict")).isEqualTo("b");
    assertThat(headline(page, "en")).isEqualTo("b is the best of four models.");
    List<String> first = plain(page.select("#pairs tbody tr").first().select("[lang=en]"));
    assertThat(first).contains("0.0052", "0.031", "b is better");
    List<String> last = plain(page.select("#pairs tbody tr").last().select("[lang=en]"));
    assertThat(last).contains("1.00", "undecided");
  }

  @Test
  void aHeadlineAboutManyNeverContradictsTheFirstPair() throws IOException {
    SyntheticModel best =
        SyntheticModel.mlp("best", List.of(98, 98, 98, 98, 98, 98, 98, 98, 98, 98));
    assertThat(
            headline(
                page(SyntheticModel.mlp("a", FAIR), SyntheticModel.mlp("b", FAIR), best), "de"))
        .isEqualTo("best ist das beste von drei Modellen; zwischen a und b ist es unentschieden.");
    assertThat(
            headline(
                page(SyntheticModel.mlp("a", GOOD), SyntheticModel.mlp("b", FAIR), best), "en"))
        .isEqualTo("best is the best of three models; of a and b, a is the better one.");
    Document level =
        page(
            SyntheticModel.mlp("a", GOOD),
            SyntheticModel.mlp("b", GOOD),
            SyntheticModel.mlp("c", GOOD));
    assertThat(level.select("#verdict").attr("data-verdict")).isEqualTo("undecided");
    assertThat(headline(level, "en"))
        .isEqualTo("Undecided: a leads but cannot be told apart from b and c.");
    assertThat(text(level, "#verdict .lead", "de"))
        .contains("Von keinem der anderen Modelle ist a demnach sicher zu unterscheiden.");
    assertThat(text(level, "#verdict .advice dl", "en"))
        .startsWith("a You may just as well take b: neither accuracy nor cost decides.");
  }

  @Test
  void tenModelsStayOnePictureAndOneTable() throws IOException {
    SyntheticModel[] models = new SyntheticModel[10];
    for (int i = 0; i < models.length; i++) {
      int hits = 60 + i;
      models[i] =
          SyntheticModel.mlp("net-" + i, java.util.Collections.nCopies(10, hits))
              .withCost(100_000 + i, 20);
    }
    Document page = page(models);
    assertThat(page.select("#verdict figure")).hasSize(1);
    assertThat(page.select("#verdict .costs tbody tr")).hasSize(10);
    assertThat(page.select("#pairs tbody tr")).hasSize(45);
    assertThat(headline(page, "de"))
        .isEqualTo(
            "Unentschieden: net-9 führt, ist aber von net-8 und net-7 nicht zu unterscheiden.");
  }

  @Test
  void onlyWhatTheOtherModelSavesSpeaksForIt() throws IOException {
    SyntheticModel small = SyntheticModel.mlp("mlp", FAIR).withCost(1_000, 90);
    Document page = page(small, SyntheticModel.cnn("cnn", GOOD).withCost(2_000, 10));
    assertThat(text(page, "#verdict .advice dl", "de"))
        .contains("Speicherplatz (4,0 kB statt 8,0 kB)")
        .doesNotContain("Trainingszeit");
  }

  @Test
  void networksOfOneSizeAreToldApartByNeitherAccuracyNorCost() throws IOException {
    Document page = page(SyntheticModel.mlp("mlp", GOOD), SyntheticModel.mlp("again", GOOD));
    assertThat(text(page, "#verdict .advice dl", "en")).contains("neither accuracy nor cost");
  }

  private Document page(SyntheticModel... models) throws IOException {
    Path folder = SyntheticRun.fashion(models).render(Files.createTempDirectory(root, "run"));
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }

  private static List<String> costs(Document page, String quantity) {
    return plain(
        page.select("#verdict .costs tr:contains(" + quantity + ") td").select("[lang=en]"));
  }

  private static List<String> plain(Elements elements) {
    return elements.eachText().stream().map(VerdictTest::plain).toList();
  }

  private static String alternative(Document page, String language) {
    return plain(page.select("#verdict .wide [lang=" + language + "] svg").attr("aria-label"));
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

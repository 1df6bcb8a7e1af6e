package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.ClassNames;
import stoffprobe.config.PreprocessSettings;

/** The section on single classes says what their numbers say, for few classes and for many. */
class ClassPageTest {

  private static final List<Integer> EVEN = Collections.nCopies(10, 60);

  @TempDir private Path root;

  @Test
  void aClassIsWonOnlyWhereItsOwnTestSaysSoAmongAll() throws IOException {
    // 24 more images against 2 on each side: p 28 choose 0..2 over 2^27, times 10 still below 0.05
    List<Integer> shirts = new ArrayList<>(EVEN);
    shirts.set(6, 84);
    // 6 more: 8 against 2, p 0.109
    shirts.set(3, 66);
    Document page =
        page(
            SyntheticRun.fashion(
                SyntheticModel.mlp("mlp", EVEN), SyntheticModel.cnn("cnn", shirts)));
    assertThat(text(page, "#classes > p", "en"))
        .contains(
            "CNN recognises more images than MLP, and not by chance, in 1 of 10 classes: “Shirt”"
                + " (+24.0 percentage points).")
        .contains("Undecided: 9 of 10 classes.");
    assertThat(text(page, "#classes > p", "de"))
        .contains("am schwersten „", "Unentschieden: 9 von 10 Klassen");
    assertThat(column(page, "classes.wins", 8)).containsOnlyOnce("CNN").doesNotContain("MLP");
    assertThat(
            page.getElementById("classes.wins").parent().select("tbody th [lang=en]").get(0).text())
        .as("the class with the highest F1 score of the better model comes first")
        .isEqualTo("Shirt");
  }

  @Test
  void everyColumnOfTheComparisonBelongsToItsModel() throws IOException {
    List<Integer> shirts = new ArrayList<>(EVEN);
    shirts.set(6, 84);
    Document page =
        page(
            SyntheticRun.fashion(
                SyntheticModel.mlp("mlp", EVEN), SyntheticModel.cnn("cnn", shirts)));
    assertThat(page.getElementById("classes.wins").parent().select("thead th").eachText())
        .containsSubsequence("MLP", "CNN");
    // of 100 shirts 60 and 84: two on which the MLP alone is right, 26 for the CNN
    List<String> shirt =
        List.of(1, 2, 3, 5, 6).stream().map(i -> column(page, "classes.wins", i).get(0)).toList();
    assertThat(shirt).containsExactly("60.0%", "84.0%", "+24.0", "2", "26");
  }

  @Test
  void equalModelsWinNoClass() throws IOException {
    Document page =
        page(
            SyntheticRun.fashion(
                SyntheticModel.mlp("mlp", SyntheticRun.GOOD),
                SyntheticModel.cnn("cnn", SyntheticRun.GOOD)));
    assertThat(text(page, "#classes > p", "de"))
        .contains("Unentschieden: Bei keiner der 10 Klassen")
        .doesNotContain("nachweislich mehr");
    assertThat(column(page, "classes.wins", 8)).hasSize(10).containsOnly("undecided");
    assertThat(page.getElementById("classes.differences").parent().select("tbody tr")).isEmpty();
  }

  @Test
  void differencesOfConfusionsAreThoseOfTheMatrices() throws IOException {
    Document page =
        page(
            SyntheticRun.fashion(
                SyntheticModel.mlp("mlp", SyntheticRun.FAIR),
                SyntheticModel.cnn("cnn", SyntheticRun.GOOD)));
    Element first = page.getElementById("classes.differences").parent().select("tbody tr").first();
    // of 32 and 21 errors on shirts two thirds, rounded up, go to the class before: 22 and 14
    assertThat(first.select("[lang=de]").eachText())
        .containsExactly("Hemd", "Sandale", "22", "14", "−8");
  }

  @Test
  void oneModelHasScoresAndConfusionsButNoComparison() throws IOException {
    Document page = page(SyntheticRun.fashion(SyntheticModel.mlp("mlp", SyntheticRun.FAIR)));
    assertThat(page.select("#classes table")).hasSize(1);
    assertThat(page.select("#classes figure.drawn, #classes > figure")).hasSize(1);
    assertThat(page.select("#classes .confused[open] .gallery img"))
        .hasSize(4)
        .allMatch(img -> img.attr("src").startsWith("data:image/png;base64,"));
    assertThat(text(page, "#classes .confused", "en"))
        .contains("“Ankle boot” taken for “T-shirt/top”: 9 times")
        .contains("90.0%");
  }

  @Test
  void manyModelsOfManyClassesWithOddNamesAreAllInTheTable() throws IOException {
    List<String> names = new ArrayList<>(SyntheticRun.numbered(40).de());
    names.set(0, "<script>alert(1)</script>");
    names.set(1, "\u0642\u0645\u064A\u0635");
    List<SyntheticModel> models = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      models.add(SyntheticModel.mlp("net-" + i, Collections.nCopies(40, 70 + i)));
    }
    Document page =
        page(
            new SyntheticRun(
                "T", new ClassNames(names, names), models, PreprocessSettings.DEFAULT));
    assertThat(page.getElementById("classes.scores").parent().select("tbody tr")).hasSize(200);
    assertThat(page.getElementById("classes.wins").text()).contains("two most accurate", "net-4");
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("#classes th[scope=row]").eachText().toString())
        .contains("<script>alert(1)</script>");
    for (Element drawing : page.select("#classes svg")) {
      assertThat(drawing.attr("aria-label")).containsAnyOf("Tabelle darunter", "table below");
    }
  }

  @Test
  void threeClassesAreEnough() throws IOException {
    Document page =
        page(
            new SyntheticRun(
                "T",
                SyntheticRun.numbered(3),
                List.of(
                    SyntheticModel.mlp("a", List.of(90, 80, 70)),
                    SyntheticModel.mlp("b", List.of(70, 80, 90))),
                PreprocessSettings.DEFAULT));
    assertThat(text(page, "#classes > p", "de"))
        .contains("b erkennt nachweislich mehr Bilder als a bei 1 von 3 Klassen: „Klasse 2“")
        .contains("a erkennt nachweislich mehr Bilder als b bei 1 von 3 Klassen: „Klasse 0“");
  }

  private Document page(SyntheticRun run) throws IOException {
    Path folder = run.render(root);
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }

  private static List<String> column(Document page, String caption, int index) {
    Elements cells =
        page.getElementById(caption).parent().select("tbody tr > *:nth-child(" + (index + 1) + ")");
    return cells.select("[lang=en]").eachText();
  }

  private static String text(Document page, String part, String language) {
    return page.select(part).select("[lang=" + language + "]").text().replace('\u00a0', ' ');
  }
}

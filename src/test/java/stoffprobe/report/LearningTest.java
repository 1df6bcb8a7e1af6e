package stoffprobe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.Layer;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.config.Shape;
import stoffprobe.data.BrokenFileException;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;
import stoffprobe.report.facts.RunFolder;
import stoffprobe.report.facts.Turn;
import stoffprobe.report.facts.Work;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.CurveText;
import stoffprobe.report.text.FilterTable;
import stoffprobe.report.text.FilterText;
import stoffprobe.report.text.TimeText;

/** How the models learned: where the loss turns, what the first filters see, where time went. */
class LearningTest {

  private static final SyntheticModel MLP = SyntheticModel.mlp("mlp", SyntheticRun.FAIR);
  private static final SyntheticModel CNN = SyntheticModel.cnn("cnn", SyntheticRun.GOOD);

  @TempDir private Path root;

  @Test
  void aLossThatTurnsForGoodIsAClearSign() throws IOException {
    SyntheticModel model =
        CNN.withLosses(List.of(0.4, 0.3, 0.2, 0.1), List.of(0.4, 0.25, 0.3, 0.35));
    Turn turn = only(model).history().turn().orElseThrow();
    assertThat(turn.lowest().number()).isEqualTo(2);
    assertThat(turn.setback()).isZero();
    assertThat(turn.sign()).isEqualTo(Turn.Sign.CLEAR);
    assertThat(curves(model, false).de())
        .contains(
            "In den 2 Epochen seit Epoche 2 ist der Test-Loss um 0,100 gestiegen (40\u00a0%), während"
                + " der Trainings-Loss weiter gesunken ist, von 0,300 auf 0,100.",
            "deutet auf Überanpassung (Overfitting) hin");
    assertThat(curves(model, true).en()).contains("the validation loss has risen by 0.100 (40%)");
  }

  @Test
  void aRiseNoLargerThanOneThatPassedMayBeNoise() throws IOException {
    SyntheticModel model =
        CNN.withLosses(List.of(0.5, 0.4, 0.3, 0.2, 0.1), List.of(0.4, 0.5, 0.3, 0.32, 0.35));
    Turn turn = only(model).history().turn().orElseThrow();
    assertThat(turn.setback()).isCloseTo(0.1, within(1e-12));
    assertThat(turn.sign()).isEqualTo(Turn.Sign.WITHIN_NOISE);
    assertThat(curves(model, false).en())
        .contains("it had once been as far (0.100) above its lowest value so far")
        .contains("this may be a fluctuation")
        .doesNotContain("hints at overfitting");
  }

  @Test
  void withoutAFallingTrainingLossItIsNoOverfitting() throws IOException {
    SyntheticModel model = CNN.withLosses(List.of(0.4, 0.3, 0.5), List.of(0.4, 0.3, 0.6));
    assertThat(only(model).history().turn().orElseThrow().sign()).isEqualTo(Turn.Sign.NONE);
    assertThat(curves(model, false).de())
        .contains("während der Trainings-Loss nicht gesunken ist (0,300, zuletzt 0,500)")
        .contains("Für Überanpassung (Overfitting) spricht das nicht");
  }

  @Test
  void aLossThatFallsToTheEndOrStaysDoesNotTurn() throws IOException {
    assertThat(only(CNN).history().turn()).isEmpty();
    SyntheticModel level = CNN.withLosses(List.of(0.4, 0.3), List.of(0.4, 0.4));
    assertThat(only(level).history().turn()).isEmpty();
    assertThat(curves(CNN, false).en()).doesNotContain("has risen");
  }

  @Test
  void filtersAreCountedByKind() throws IOException {
    // 32: kinds by turns of five, numbers 7, 15, 23 and 31 dead; of 7 edges (0, 5, 10, ... 30) 15
    // is
    assertThat(filters(CNN).de())
        .contains(
            "Nach ihren Gewichten suchen von 32 Filtern 6 vor allem Kanten, 6 vor allem Linien, 5 vor"
                + " allem Punkte und 5 vor allem helle oder dunkle Stellen; bei 6 überwiegt keines"
                + " dieser Muster.",
            "Von den 6 Kanten liegen 0 etwa waagerecht, 6 etwa senkrecht und 0 schräg.",
            "4 der 32 Filter sind tot: Sie sprechen auf keinem der 1.000 untersuchten Testbilder an.",
            "Am wählerischsten ist Filter 30: Er spricht an 2,9\u00a0% aller Stellen an.",
            "16 von 28 Filtern antworten im Mittel auf Bilder der Klasse „T-shirt/Top“ am stärksten");
    assertThat(filters(CNN).en())
        .contains(
            "By their weights, of 32 filters 6 look mostly for edges, 6 mostly for lines, 5 mostly for"
                + " spots and 5 mostly for bright or dark places; in 6 none of these patterns"
                + " prevails.");
  }

  @Test
  void oneFilterIsSpokenOfInTheSingular() throws IOException {
    assertThat(filters(CNN.withFilters(1)).de())
        .isEqualTo(
            "Der einzige Filter sucht nach seinen Gewichten vor allem Kanten. Er ist nicht tot: Auf den"
                + " 1.000 untersuchten Testbildern spricht er an. Er spricht an 90,0\u00a0% aller"
                + " Stellen an.");
  }

  @Test
  void oneDeadFilterIsNamedByItsNumber() throws IOException {
    assertThat(filters(CNN.withFilters(8)).en()).contains("One filter is dead (number 7)");
    assertThat(filters(CNN.withFilters(7)).en()).contains("None is dead");
  }

  @Test
  void aModelThatStartsOtherwiseHasNoFilterSection() throws IOException {
    Document page = page(SyntheticRun.fashion(MLP));
    assertThat(page.select("[id$=.filters]")).isEmpty();
    assertThat(page.select("[id^=figure.filters]")).isEmpty();
    assertThat(page.select("#times")).hasSize(1);
  }

  @Test
  void everyConvolutionalModelHasAFigureAndATable() throws IOException {
    SyntheticModel other = SyntheticModel.cnn("other", SyntheticRun.FAIR).withFilters(64);
    Document page = page(SyntheticRun.fashion(MLP, CNN, other));
    for (String name : List.of("cnn", "other")) {
      Element figure = page.getElementById("figure.filters." + name);
      assertThat(figure.select("svg")).hasSize(4); // two languages, wide and narrow
    }
    assertThat(rows(page, "cnn")).hasSize(32);
    assertThat(rows(page, "other")).hasSize(64);
    assertThat(rows(page, "cnn").get(0).text())
        .contains("Kante, rechts heller", "edge, brighter on the right", "T-shirt/Top", "0: 0, -1");
    assertThat(rows(page, "cnn").get(1).text()).contains("helle Linie, senkrecht", "bright line");
    assertThat(rows(page, "cnn").get(2).text()).contains("dunkler Punkt", "dark spot");
    assertThat(rows(page, "cnn").get(7).text()).contains("(tot)", "(dead)", "–");
  }

  @Test
  void ofVeryManyFiltersTheFirstAreShownAndThePageSaysSo() throws IOException {
    Document page = page(SyntheticRun.fashion(CNN.withFilters(200)));
    assertThat(rows(page, "cnn")).hasSize(FilterTable.MOST_SHOWN);
    assertThat(page.text()).contains("Gezeigt werden die ersten 128 von 200 Filtern");
  }

  @Test
  void fortyClassesAreNoHindrance() throws IOException {
    SyntheticModel model = SyntheticModel.cnn("m", Collections.nCopies(40, 70));
    SyntheticRun run =
        new SyntheticRun(
            "Forty", SyntheticRun.numbered(40), List.of(model), PreprocessSettings.DEFAULT);
    assertThat(rows(page(run), "m").get(1).text()).contains("Klasse 39");
  }

  @Test
  void filtersOfAnotherNumberThanTheWeightsAreRefused() throws IOException {
    SyntheticRun run = SyntheticRun.fashion(CNN);
    run.write(root);
    Path file = root.resolve("5-evaluate/filters-cnn.csv");
    List<String> rows = Files.readAllLines(file);
    Files.write(file, rows.subList(0, rows.size() - 1));
    assertThatThrownBy(() -> Run.read(new RunFolder(root), run.about()))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("it holds 31 filters, but there are the weights of 32");
    Files.writeString(file, Files.readString(file).replace("edge", "corner"));
    assertThatThrownBy(() -> Run.read(new RunFolder(root), run.about()))
        .hasMessageContaining("unknown kind 'corner'");
  }

  /** By hand: 28*28*9*32, 14*14*9*32*64, 7*7*64*128 and 128*10. */
  @Test
  void multiplicationsAreCountedLayerByLayer() {
    Work work = Work.of(CNN.layers(), new Shape.Image(28, 28, 1));
    assertThat(work.parts())
        .extracting(Work.Part::multiplications)
        .containsExactly(225_792L, 3_612_672L, 401_408L, 1_280L);
    assertThat(work.largest().orElseThrow().place()).isEqualTo(4);
    assertThat(Work.of(MLP.layers(), new Shape.Image(28, 28, 1)).multiplications())
        .isEqualTo(784 * 256 + 256 * 128 + 128 * 10);
  }

  /** By hand: 14*14*9*4 inside the block, 14*14*1*4 on its shortcut, 14*14*4*10. */
  @Test
  void layersInsideABlockMultiplyToo() {
    Layer block =
        new Layer.Residual(
            List.of(new Layer.Conv2d(4, 3, Layer.Padding.SAME, 2), new Layer.Relu()),
            List.of(new Layer.Conv2d(4, 1, Layer.Padding.SAME, 2)));
    Work work =
        Work.of(
            List.of(block, new Layer.Flatten(), new Layer.Dense(10)), new Shape.Image(28, 28, 1));

    assertThat(work.parts())
        .containsExactly(
            new Work.Part(2, true, 7_056),
            new Work.Part(4, true, 784),
            new Work.Part(6, false, 7_840));
  }

  @Test
  void theTimeIsToldPartByPartAndCompared() throws IOException {
    List<Bilingual> statements =
        new TimeText(SyntheticRun.fashion(MLP, CNN).read(root)).statements();
    assertThat(statements).hasSize(3);
    // 5 epochs of 318.2 / 5 s and 0.4 s; the stage took 5 s longer
    assertThat(statements.get(1).de())
        .startsWith(
            "CNN: insgesamt 5\u00a0min 23\u00a0s, davon 5\u00a0min 18\u00a0s im Training selbst"
                + " (98\u00a0%) und 2,0\u00a0s in der Prüfung nach jeder Epoche.")
        .contains("4.241.152 Multiplikationen, 85\u00a0% davon in der 2. Faltung");
    assertThat(statements.get(2).en())
        .startsWith(
            "One epoch of CNN took 1\u00a0min 4\u00a0s on average, 6.1 times as long as one of MLP")
        .contains("18 times as much to multiply and 1.8 times as many parameters")
        .contains("worked out anew at every place");
  }

  @Test
  void modelsOfLikeSpeedAreNotSetAgainstEachOther() throws IOException {
    SyntheticModel other = SyntheticModel.mlp("other", SyntheticRun.GOOD);
    assertThat(new TimeText(SyntheticRun.fashion(MLP, other).read(root)).statements())
        .last()
        .extracting(Bilingual::en)
        .asString()
        .startsWith("One epoch took about as long for all models");
  }

  private ModelRun only(SyntheticModel model) throws IOException {
    return SyntheticRun.fashion(model).read(root).models().get(0);
  }

  private Bilingual curves(SyntheticModel model, boolean heldOut) throws IOException {
    return Bilingual.paragraph(new CurveText(only(model), heldOut).statements());
  }

  private Bilingual filters(SyntheticModel model) throws IOException {
    return Bilingual.paragraph(
        new FilterText(only(model).filters().orElseThrow(), SyntheticRun.FASHION).statements());
  }

  private Document page(SyntheticRun run) throws IOException {
    return Jsoup.parse(Files.readString(run.render(root).resolve("report.html")));
  }

  private static List<Element> rows(Document page, String model) {
    return page
        .getElementById("model." + model + ".filters.table")
        .parent()
        .select("tbody tr")
        .stream()
        .toList();
  }
}

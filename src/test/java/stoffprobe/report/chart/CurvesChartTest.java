package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class CurvesChartTest {

  private static final Pattern POINT = Pattern.compile("[ML]([-0-9.]+) ([-0-9.]+)");

  @Test
  void curvesOfHeldOutImagesSayValidation() {
    ModelCurves model =
        new ModelCurves("mlp", List.of(new EpochPoint(1, 0.1, 0.1, 0.9, 0.9)), true);

    String svg = Charts.curves(Language.DE, model).svg();

    assertThat(svg).contains("Validierung, Mittel der Batches").doesNotContain("Test");
    assertThat(Charts.curves(Language.EN, model).svg()).contains("training and validation");
  }

  @Test
  void threePanelsNameTheirLinesAndTheirLastValues() {
    Figure figure = Charts.curves(Language.DE, Drawn.training("cnn", 10));
    assertThat(Drawn.texts(figure))
        .contains(
            "Trainingsverlauf: CNN",
            "Loss",
            "Makro-F1",
            "Genauigkeit (Accuracy)",
            "Training 0,050",
            "Test 0,140",
            "0,890",
            "0,900");
    assertThat(Drawn.texts(figure)).filteredOn("Epoche"::equals).hasSize(3);
    assertThat(figure.name()).isEqualTo("curves-cnn-de");
  }

  @Test
  void linesPassThroughTheirValues() {
    // F1 and accuracy at ticks of their common axis, 0.80 to 0.90 in steps of 0.02
    ModelCurves model =
        new ModelCurves(
            "mlp",
            List.of(
                new EpochPoint(1, 0.5, 0.4, 0.80, 0.82),
                new EpochPoint(2, 0.1, 0.2, 0.86, 0.84),
                new EpochPoint(3, 0.0, 0.3, 0.90, 0.88)));
    Figure figure = Charts.curves(Language.EN, model);
    List<List<Double>> lines = lines(figure);
    // the grid's lines of all panels, from the ends of the common heights
    double bottom = Collections.max(gridHeights(figure));
    double height = bottom - Collections.min(gridHeights(figure));
    Function<Double, Double> score = value -> bottom - (value - 0.8) / 0.1 * height;
    Function<Double, Double> loss = value -> bottom - value / 0.5 * height;
    assertHeights(lines.get(2), score, 0.80, 0.86, 0.90);
    assertHeights(lines.get(3), score, 0.82, 0.84, 0.88);
    // JFreeChart draws the last series first
    assertHeights(lines.get(0), loss, 0.4, 0.2, 0.3);
    assertHeights(lines.get(1), loss, 0.5, 0.1, 0.0);
    assertThat(lines.get(0)).element(0).isEqualTo(lines.get(1).get(0));
  }

  @Test
  void trainingIsDashedAndTestIsSolid() {
    List<Element> lines = lineElements(Charts.curves(Language.EN, Drawn.training("mlp", 3)));
    assertThat(Drawn.style(lines.get(0))).contains("--figure-2").doesNotContain("dasharray");
    assertThat(Drawn.style(lines.get(1))).contains("--figure-1").contains("dasharray");
  }

  @Test
  void ofTwoModelsTheLastHasTheDarkTones() {
    List<Element> lines =
        lineElements(
            Charts.overlay(
                Language.DE, List.of(Drawn.training("mlp", 3), Drawn.training("cnn", 3))));
    assertThat(lines.stream().map(Drawn::style).map(s -> s.replaceAll(".*--figure-(\\d+).*", "$1")))
        .containsExactly("2", "1", "4", "3", "2", "4", "2", "4");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void everyModelIsNamed(int count) {
    List<ModelCurves> models =
        IntStream.range(0, count).mapToObj(i -> Drawn.training("model-" + i, 3 + i)).toList();
    Figure figure = Charts.overlay(Language.EN, models);
    for (ModelCurves model : models) {
      assertThat(figure.description()).contains(model.model() + " (");
      if (count > 1) {
        assertThat(Drawn.texts(figure)).anyMatch(t -> t.startsWith(model.model()));
      }
    }
    assertThat(lines(figure)).hasSize(4 * count);
    assertThat(figure.svg().length()).isLessThan(80_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 11, 200})
  void epochsAreWholeNumbers(int epochs) {
    Figure figure = Charts.curves(Language.EN, Drawn.training("mlp", epochs));
    List<String> middle =
        Drawn.elements(figure.svg(), "text").stream()
            .filter(e -> Drawn.style(e).contains("figure-muted"))
            .filter(e -> Drawn.style(e).contains("middle"))
            .map(Element::getTextContent)
            .toList();
    assertThat(middle).isNotEmpty().hasSizeLessThanOrEqualTo(36).allMatch(t -> t.matches("\\d+"));
    assertThat(middle).contains(Integer.toString(epochs == 11 ? 10 : epochs));
  }

  @Test
  void aRingMarksWhereTheLossOnNewImagesTurns() {
    ModelCurves turning =
        new ModelCurves(
            "cnn",
            List.of(
                new EpochPoint(1, 0.5, 0.4, 0.8, 0.8),
                new EpochPoint(2, 0.3, 0.2, 0.8, 0.8),
                new EpochPoint(3, 0.2, 0.3, 0.8, 0.8)));
    Figure figure = Charts.curves(Language.EN, turning);
    List<Double> test = lines(figure).get(0);
    assertThat(rings(figure)).hasSize(2); // the other is the legend's
    assertThat(Double.valueOf(rings(figure).get(0).getAttribute("cx")))
        .isCloseTo(test.get(2), within(0.3));
    assertThat(Double.valueOf(rings(figure).get(0).getAttribute("cy")))
        .isCloseTo(test.get(3), within(0.3));
    assertThat(Drawn.texts(figure)).contains("lowest loss (test): epoch 2");
    assertThat(figure.description()).endsWith("CNN: lowest loss (test) in epoch 2, 0.200.");
  }

  @Test
  void noRingWhereTheLossOnNewImagesFallsToTheEnd() {
    assertThat(rings(Charts.curves(Language.DE, Drawn.training("mlp", 10)))).isEmpty();
    ModelCurves level =
        new ModelCurves(
            "mlp", List.of(new EpochPoint(1, 0.5, 0.4, 0, 0), new EpochPoint(2, 0.5, 0.4, 0, 0)));
    assertThat(rings(Charts.curves(Language.DE, level))).isEmpty();
  }

  @Test
  void ofSeveralModelsThoseThatTurnAreMarked() {
    ModelCurves turning =
        new ModelCurves(
            "cnn",
            List.of(new EpochPoint(1, 0.5, 0.2, 0.8, 0.8), new EpochPoint(2, 0.2, 0.3, 0.8, 0.8)),
            true);
    Figure figure = Charts.overlay(Language.DE, List.of(Drawn.training("mlp", 2), turning));
    assertThat(rings(figure)).hasSize(2);
    assertThat(figure.description())
        .contains("CNN: niedrigster Loss (Validierung) in Epoche 1, 0,200.")
        .doesNotContain("MLP: niedrigster");
  }

  @Test
  void aDivergedTrainingLeavesAGap() {
    ModelCurves model =
        new ModelCurves(
            "mlp",
            List.of(
                new EpochPoint(1, 0.5, 0.4, 0.8, 0.8),
                new EpochPoint(2, Double.NaN, Double.POSITIVE_INFINITY, 0.1, 0.1)));
    Figure figure = Charts.curves(Language.EN, model);
    assertThat(figure.svg()).doesNotContain("NaN", "Infinity");
    assertThat(figure.description()).contains("training loss from 0.500 to –");
  }

  @Test
  void scoresAboveOneAreNotOnTheAxis() {
    ModelCurves model = new ModelCurves("mlp", List.of(new EpochPoint(1, 0.1, 0.1, 1, 1)));
    assertThat(Drawn.texts(Charts.curves(Language.EN, model))).noneMatch(t -> t.startsWith("1.01"));
  }

  @Test
  void refusesNoEpochsAndNoModels() {
    assertThatThrownBy(() -> new ModelCurves("mlp", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Charts.overlay(Language.DE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Element> rings(Figure figure) {
    return Drawn.elements(figure.svg(), "circle").stream()
        .filter(e -> Drawn.style(e).contains("stroke:var(--figure-ink"))
        .toList();
  }

  private static void assertHeights(
      List<Double> line, Function<Double, Double> height, double... values) {
    for (int i = 0; i < values.length; i++) {
      assertThat(line.get(2 * i + 1)).isCloseTo(height.apply(values[i]), within(0.15));
    }
  }

  private static List<Element> lineElements(Figure figure) {
    return Drawn.elements(figure.svg(), "path").stream()
        .filter(e -> Drawn.style(e).matches("fill:none;stroke:var\\(--figure-\\d.*stroke-width.*"))
        .toList();
  }

  /** The coordinates of each line: x, y, x, y, ... */
  private static List<List<Double>> lines(Figure figure) {
    List<List<Double>> lines = new ArrayList<>();
    for (Element line : lineElements(figure)) {
      Matcher points = POINT.matcher(line.getAttribute("d"));
      lines.add(
          points
              .results()
              .flatMap(r -> Stream.of(r.group(1), r.group(2)))
              .map(Double::valueOf)
              .toList());
    }
    return lines;
  }

  private static List<Double> gridHeights(Figure figure) {
    return Drawn.elements(figure.svg(), "line").stream()
        .filter(e -> Drawn.style(e).contains("figure-grid"))
        .map(e -> Double.valueOf(e.getAttribute("y1")))
        .toList();
  }
}

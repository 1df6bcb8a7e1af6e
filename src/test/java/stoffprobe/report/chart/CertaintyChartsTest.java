package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Right and wrong of two models, what they state and what was right. */
class CertaintyChartsTest {

  @Test
  void theSquaresAreasAreTheCounts() {
    List<Double> sides = sides(new Agreement("mlp", "cnn", 8000, 500, 2000, 125));
    assertThat(sides).hasSize(4);
    double most = sides.get(0) * sides.get(0);
    assertThat(sides.get(1) * sides.get(1) / most).isCloseTo(1 / 16.0, within(0.003));
    assertThat(sides.get(2) * sides.get(2) / most).isCloseTo(1 / 4.0, within(0.003));
    assertThat(sides.get(3) * sides.get(3) / most).isCloseTo(1 / 64.0, within(0.003));
  }

  @Test
  void anEmptyCellHasItsZeroAndNoSquare() {
    Agreement counts = new Agreement("mlp", "cnn", 90, 0, 10, 0);
    assertThat(sides(counts)).hasSize(2);
    assertThat(Drawn.texts(Charts.agreement(Language.EN, counts)))
        .containsSubsequence("90", "90.0%", "0", "0.0%", "10", "10.0%", "0", "0.0%");
  }

  @Test
  void rowsAreTheFirstModelAndColumnsTheSecond() {
    Figure figure = Charts.agreement(Language.DE, new Agreement("mlp", "cnn", 6, 1, 2, 3));
    List<String> texts = Drawn.texts(figure);
    assertThat(texts)
        .containsSubsequence("CNN richtig", "CNN falsch", "MLP richtig", "MLP falsch")
        .containsSubsequence("6", "1", "2", "3");
    assertThat(figure.description())
        .contains("nur MLP richtig: 1 (8,3\u00a0%)")
        .contains("nur CNN richtig: 2 (16,7\u00a0%)");
  }

  @Test
  void noImagesAreNoFigure() {
    assertThatThrownBy(() -> Charts.agreement(Language.EN, new Agreement("a", "b", 0, 0, 0, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 10})
  void eachModelHasItsReliabilityDiagram(int count) {
    List<ModelReliability> models =
        IntStream.range(0, count).mapToObj(i -> Drawn.reliability("net-" + i)).toList();
    for (Figure figure :
        List.of(
            Charts.reliability(Language.EN, models),
            Charts.narrowReliability(Language.EN, models))) {
      List<String> texts = Drawn.texts(figure);
      for (int i = 0; i < count; i++) {
        assertThat(texts).contains("net-" + i);
      }
      assertThat(texts.stream().filter("1,960"::equals)).as("fullest bin").hasSize(count);
      assertThat(figure.description()).contains("97% stated, 92% right");
      assertThat(figure.height()).isLessThan(1900);
    }
  }

  @Test
  void aModelThatIsNeverSureStillHasItsDiagram() {
    ModelReliability.Bin only = new ModelReliability.Bin(0, 1 / 15.0, 7, 0.05, 0, 0, 0.35);
    Figure figure =
        Charts.reliability(Language.EN, List.of(new ModelReliability("m", List.of(only))));
    assertThat(Drawn.texts(figure)).contains("m", "7");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void fewCurvesShareAnAxisAndALegend(int count) {
    Figure figure = Charts.coverage(Language.DE, curves(count));
    List<String> texts = Drawn.texts(figure);
    assertThat(texts.stream().filter(t -> t.startsWith("net-"))).hasSize(count);
    assertThat(texts).contains("95\u00a0%", "99\u00a0%", "An einen Menschen abgegeben, in Prozent");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 10})
  void manyCurvesStandEachBesideTheBest(int count) {
    List<String> texts = Drawn.texts(Charts.coverage(Language.EN, curves(count)));
    for (int i = 0; i < count; i++) {
      assertThat(texts).contains("net-" + i);
    }
    assertThat(texts).contains("net-" + (count - 1) + " (the most accurate model)");
  }

  @Test
  void aCurveInWordsSaysWhatIsGained() {
    assertThat(Charts.coverage(Language.EN, List.of(Drawn.coverage("m", 0.8))).description())
        .contains("0% handed over: 80.0% right; 10% handed over: 82.0% right");
  }

  private static List<ModelCoverage> curves(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Drawn.coverage("net-" + i, 0.8 + 0.01 * i))
        .toList();
  }

  /** Of the filled squares, in the order of the cells. */
  private static List<Double> sides(Agreement counts) {
    String svg = Charts.agreement(Language.EN, counts).svg();
    return Drawn.elements(svg, "rect").stream()
        .filter(rect -> !Drawn.style(rect).contains("fill:none"))
        .peek(rect -> assertThat(side(rect)).isEqualTo(Double.valueOf(rect.getAttribute("height"))))
        .map(CertaintyChartsTest::side)
        .toList();
  }

  private static Double side(Element rect) {
    return Double.valueOf(rect.getAttribute("width"));
  }
}

package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores and confusions of single classes, and the pictures of the verdict. */
class ClassChartsTest {

  @ParameterizedTest
  @CsvSource({"3,1", "40,1", "10,2", "3,10", "40,10"})
  void everyClassAndEveryModelIsNamed(int classes, int models) {
    List<ClassScores> scores = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < models; i++) {
      scores.add(Drawn.scores("net-" + i, i, classes));
      labels.add("net-" + i);
    }
    for (Figure figure :
        List.of(
            Charts.classScores(Language.DE, Drawn.names(classes), scores),
            Charts.narrowClassScores(Language.DE, Drawn.names(classes), scores))) {
      assertThat(Drawn.texts(figure)).containsAll(Drawn.names(classes)).containsAll(labels);
    }
  }

  @Test
  void scoresOfOtherClassesAreRefused() {
    assertThatThrownBy(
            () ->
                Charts.classScores(Language.EN, Drawn.names(4), List.of(Drawn.scores("mlp", 0, 3))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDifferenceOfConfusionsIsBMinusAWithoutTheHits() {
    List<List<Long>> a = List.of(List.of(90L, 12L), List.of(3L, 95L));
    List<List<Long>> b = List.of(List.of(99L, 5L), List.of(7L, 92L));
    Figure figure =
        Charts.confusionPair(Language.EN, List.of("x", "y"), new ConfusionPair("mlp", "cnn", a, b));
    assertThat(Drawn.texts(figure))
        .contains("12", "3", "5", "7", "\u22127", "+4", "MLP: 12", "CNN: 12")
        .doesNotContain("90", "95", "99", "92");
    assertThat(figure.description()).contains("MLP 15 errors, CNN 12.");
  }

  @Test
  void manyClassesStandBelowOneAnother() {
    ConfusionPair pair = new ConfusionPair("a", "b", Drawn.counts(40), Drawn.nothing(40));
    Figure figure = Charts.confusionPair(Language.EN, Drawn.names(40), pair);
    assertThat(figure.width()).isEqualTo(Style.WIDTH);
    assertThat(figure.height()).isGreaterThan(2 * figure.width());
  }

  @Test
  void bothSidesOfZeroAreEquallyBrightAndGetBrighterOutwards() {
    Diverging colors = new Diverging(10);
    assertThat(colors.color(0)).isEqualTo(colors.color(-0.0));
    double before = -1;
    for (int value = 0; value <= 10; value++) {
      double orange = luminance(colors.color((double) value));
      double blue = luminance(colors.color((double) -value));
      assertThat(orange).isGreaterThan(before);
      assertThat(blue / orange).isBetween(0.85, 1.18);
      before = orange;
    }
    assertThat(colors.color(99)).isEqualTo(colors.color(10));
    assertThatThrownBy(() -> new Diverging(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEstimateStandsBelowTheAccuraciesOnOneScale() {
    Figure figure = Charts.estimation(Language.DE, Drawn.ESTIMATE);
    assertThat(Drawn.texts(figure))
        .contains("MLP: 88,3\u00a0%", "CNN: 92,2\u00a0%", "CNN minus MLP: +3,8 (+3,2 bis +4,4)");
    assertThat(figure.description()).contains("88,3\u00a0% (87,7 bis 88,9)", "Prozentpunkte");
    assertThat(figure.svg())
        .as("under the mouse")
        .contains("<title>MLP: 88,330\u00a0% (87,690 bis 88,940)</title>")
        .contains("<title>CNN minus MLP: +3,840 (+3,250 bis +4,430)</title>");
  }

  @Test
  void tenModelsAreRankedWithTheirIntervals() {
    List<ModelAccuracy> models =
        Collections.nCopies(10, new ModelAccuracy("net", 0, 1, 0.99, 1, true));
    Figure figure = Charts.ranking(Language.EN, models);
    assertThat(Drawn.texts(figure).stream().filter("100.0% (99.0 to 100.0)"::equals)).hasSize(10);
    assertThat(Drawn.texts(figure)).doesNotContain("101");
    assertThat(figure.svg()).contains("<title>net: 100.000% (99.000 to 100.000)</title>");
    assertThatThrownBy(() -> Charts.ranking(Language.EN, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int component) {
    double c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}

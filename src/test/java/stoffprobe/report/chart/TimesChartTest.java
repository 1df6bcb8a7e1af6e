package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TimesChartTest {

  private static final ModelTime MLP =
      new ModelTime("mlp", List.of(2.0, 1.0), List.of(0.5, 0.5), 1);
  private static final ModelTime CNN =
      new ModelTime("cnn", List.of(7.0, 6.0), List.of(1.0, 1.0), 5);

  @Test
  void partsAreAsWideAsTheirSeconds() {
    Figure figure = Charts.times(Language.EN, List.of(MLP, CNN));

    // 0 to 20 s on 960 pixels less a margin of 16 on each side
    double second = (960 - 32) / 20.0;
    assertThat(widths(figure, "figure-1"))
        .usingElementComparator(TimesChartTest::near)
        .containsExactly(12.0, 2 * second, second, 7 * second, 6 * second);
    assertThat(widths(figure, "figure-2"))
        .usingElementComparator(TimesChartTest::near)
        .containsExactly(12.0, second / 2, second / 2, second, second);
    assertThat(widths(figure, "figure-10"))
        .usingElementComparator(TimesChartTest::near)
        .containsExactly(12.0, second, 5 * second);
    assertThat(Drawn.texts(figure)).contains("MLP", "5.0 s", "CNN", "20.0 s", "seconds");
    assertThat(figure.description())
        .contains("CNN: training 13.0 s, checking after each epoch 2.0 s, the rest 5.0 s");
  }

  @Test
  void epochsTooShortToSeeAreOnePart() {
    List<Double> thousand = Collections.nCopies(1000, 0.004);
    ModelTime many = new ModelTime("m", thousand, Collections.nCopies(1000, 0.001), 0);

    Figure figure = Charts.narrowTimes(Language.EN, List.of(many));

    assertThat(widths(figure, "figure-1"))
        .hasSize(2)
        .last()
        .satisfies(w -> assertThat(w).isCloseTo(0.8 * 248, within(0.2)));
    assertThat(figure.width()).isEqualTo(280);
  }

  @Test
  void epochsHaveBothTimes() {
    assertThatThrownBy(() -> new ModelTime("m", List.of(1.0), List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Charts.times(Language.DE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int near(double a, double b) {
    return Math.abs(a - b) < 0.15 ? 0 : Double.compare(a, b);
  }

  private static List<Double> widths(Figure figure, String variable) {
    return Drawn.elements(figure.svg(), "rect").stream()
        .filter(e -> Drawn.style(e).contains("--" + variable + ","))
        .map((Element e) -> Double.valueOf(e.getAttribute("width")))
        .toList();
  }
}

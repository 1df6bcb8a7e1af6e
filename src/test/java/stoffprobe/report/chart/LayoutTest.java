package stoffprobe.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Axes, numbers and texts, apart from any drawing. */
class LayoutTest {

  @Test
  void axesStartAndEndAtTicks() {
    assertThat(AxisScale.around(new double[] {0.841, 0.893}, 0.02))
        .satisfies(s -> assertThat(s.low()).isEqualTo(0.84))
        .satisfies(s -> assertThat(s.high()).isEqualTo(0.9))
        .satisfies(s -> assertThat(s.step()).isEqualTo(0.02));
    assertThat(AxisScale.fromZero(new double[] {0.47, Double.NaN}))
        .satisfies(s -> assertThat(s.low()).isZero())
        .satisfies(s -> assertThat(s.high()).isEqualTo(0.5));
  }

  @Test
  void ticksHaveTheDecimalsThatTheyNeed() {
    assertThat(new AxisScale(0, 1, 0.2).digits()).isEqualTo(1);
    assertThat(new AxisScale(0, 0.01, 0.005).digits()).isEqualTo(3);
    assertThat(new AxisScale(0, 100, 20).digits()).isZero();
    assertThat(new AxisScale(0, 0.1, 0.01).digits()).isEqualTo(2);
  }

  @Test
  void equalValuesStillSpanASection() {
    AxisScale scale = AxisScale.within(new double[] {1, 1}, 0.02, 0, 1);
    assertThat(scale.low()).isBetween(0.97, 0.99);
    assertThat(scale.high()).isEqualTo(1);
  }

  @Test
  void noValuesAtAllStillMakeAnAxis() {
    assertThat(AxisScale.fromZero(new double[] {Double.NaN}).high()).isEqualTo(1);
    assertThat(AxisScale.counts(0).high()).isEqualTo(1);
    assertThat(AxisScale.around(new double[0], 0.1).low()).isZero();
  }

  @Test
  void countsHaveWholeSteps() {
    assertThat(AxisScale.counts(3)).isEqualTo(new AxisScale(0, 3, 1));
    assertThat(AxisScale.counts(6000).step()).isEqualTo(2000);
  }

  @Test
  void labelsAreMovedApartInTheirOrder() {
    double[] apart = EndLabels.apart(new double[] {10, 12, 13, 95, 96}, 10, 0, 100);
    assertThat(apart).containsExactly(10, 20, 30, 90, 100);
  }

  @Test
  void numbersFollowTheLanguageOnly() {
    assertThat(new Numbers(Language.DE).decimal(-1234.5, 2)).isEqualTo("\u22121.234,50");
    assertThat(new Numbers(Language.EN).decimal(-1234.5, 2)).isEqualTo("\u22121,234.50");
    assertThat(new Numbers(Language.DE).percent(0.1, 1)).isEqualTo("10,0\u00a0%");
    assertThat(new Numbers(Language.EN).percent(0.1, 1)).isEqualTo("10.0%");
    assertThat(new Numbers(Language.EN).points(-0.00001, 2)).isEqualTo("0.00");
  }

  @Test
  void textsOfOneLineWithoutWhatXmlCannotSay() {
    assertThat(Xml.oneLine("a\nb\u0000c\uD83Dd")).isEqualTo("a b\uFFFDc\uFFFDd");
    assertThat(Xml.oneLine("\uD83D\uDC57")).isEqualTo("\uD83D\uDC57");
    assertThat(Xml.escape("<&>\"")).isEqualTo("&lt;&amp;&gt;&quot;");
  }

  @Test
  void shortTextsStayAsTheyAre() {
    assertThat(Labels.shorten("Hemd", 100)).isEqualTo("Hemd");
    assertThat(Labels.shorten("x".repeat(100_000), 100)).hasSizeLessThan(40).contains("\u2026");
  }

  @Test
  void acronymsAreCapitalsAndOtherNamesAreNot() {
    assertThat(ModelLabel.of("mlp")).isEqualTo("MLP");
    assertThat(ModelLabel.of("wide-mlp")).isEqualTo("wide-mlp");
  }
}

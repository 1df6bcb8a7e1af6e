package stoffprobe.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static stoffprobe.bench.figures.Side.NOTEBOOK;
import static stoffprobe.bench.figures.Side.OURS;
import static stoffprobe.bench.figures.Side.PEER;

import org.junit.jupiter.api.Test;
import stoffprobe.bench.figures.Metric.Unit;

final class FigureTest {

  private static final Metric SECONDS = Metric.less("a", "A", Unit.SECONDS);
  private static final Metric RATE = Metric.more("b", "B", Unit.IMAGES_PER_SECOND);

  private final Figures figures = new Figures();

  @Test
  void fewerSecondsAreTheBetterRatio() {
    add(SECONDS, OURS, 2, 4, 3);
    add(SECONDS, PEER, 8, 8, 9);

    assertThat(figure().ratio(PEER)).contains(new Figure.Ratio(8.0 / 3, 8.0 / 4, 8.0 / 2));
  }

  @Test
  void moreImagesASecondAreTheBetterRatio() {
    add(RATE, OURS, 300, 100, 200);
    add(RATE, PEER, 100, 100, 100);

    assertThat(figure().ratio(PEER)).contains(new Figure.Ratio(2, 1, 3));
  }

  @Test
  void unequallyManyMeasurementsAreNotPaired() {
    add(SECONDS, OURS, 1, 2, 3);
    add(SECONDS, NOTEBOOK, 10);

    assertThat(figure().ratio(NOTEBOOK)).contains(new Figure.Ratio(5, 5, 5));
  }

  @Test
  void aSideThatWasNotMeasuredHasNoRatio() {
    add(SECONDS, OURS, 1);

    assertThat(figure().ratio(PEER)).isEmpty();
    assertThat(figure().of(PEER)).isEmpty();
  }

  @Test
  void figuresKeepTheOrderInWhichTheyWereFirstMeasured() {
    add(RATE, OURS, 1);
    add(SECONDS, OURS, 1);
    add(RATE, PEER, 1);

    assertThat(figures.all()).extracting(figure -> figure.metric().key()).containsExactly("b", "a");
    assertThat(figures.find("a")).isPresent();
    assertThat(figures.find("c")).isEmpty();
  }

  private Figure figure() {
    return figures.all().get(0);
  }

  private void add(Metric metric, Side side, double... values) {
    for (double value : values) {
      figures.add(metric, side, value);
    }
  }
}

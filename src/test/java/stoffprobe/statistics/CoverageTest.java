package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards the ranking: the surest first, and equals in the order of the images. */
class CoverageTest {

  /** Sure of 0.75 (right), 0.9375 (right), 0.625 (wrong), 0.75 (wrong): in this order. */
  private static final Predictions FOUR =
      new Predictions(
          new int[] {0, 0, 0, 0},
          new float[] {0.75f, 0.25f, 0.9375f, 0.0625f, 0.375f, 0.625f, 0.25f, 0.75f},
          2);

  @Test
  void theSurestImagesAreAnsweredFirst() {
    List<Coverage.Point> points = Coverage.of(FOUR).points();
    assertThat(points).extracting(Coverage.Point::percent).startsWith(1, 2).endsWith(99, 100);
    assertThat(points).hasSize(100);
    assertThat(points.get(24)).isEqualTo(new Coverage.Point(25, 1, 0.9375f, 1));
    // Two are as sure as each other; the right one has the lower index.
    assertThat(points.get(49)).isEqualTo(new Coverage.Point(50, 2, 0.75f, 2));
    assertThat(points.get(74)).isEqualTo(new Coverage.Point(75, 3, 0.75f, 2));
    assertThat(points.get(99)).isEqualTo(new Coverage.Point(100, 4, 0.625f, 2));
  }

  @Test
  void aPercentageIsRoundedUpToAnImage() {
    List<Coverage.Point> points = Coverage.of(FOUR).points();
    assertThat(points.get(0).images()).isEqualTo(1);
    assertThat(points.get(25).images()).isEqualTo(2);
    assertThat(Coverage.of(Examples.random(1000, 5)).points())
        .extracting(Coverage.Point::images)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).map(i -> 10 * i).boxed().toList());
  }

  @Test
  void allImagesAnsweredGiveTheAccuracyAndItsInterval() {
    for (int seed = 0; seed < 5; seed++) {
      Predictions predictions = Examples.random(333, seed);
      ConfusionMatrix confusion = ConfusionMatrix.of(predictions);
      Coverage.Point all = Coverage.of(predictions).points().get(99);
      assertThat(all.images()).isEqualTo(333);
      assertThat(all.accuracy()).isEqualTo(confusion.accuracy());
      assertThat(all.interval()).isEqualTo(Interval.wilson(confusion.correct(), 333));
    }
  }

  /** Another route, without a ranking: all above the threshold, and of those at it the first. */
  @Test
  void theAnsweredImagesAreThoseAboveTheThreshold() {
    Predictions predictions = Examples.random(250, 21);
    for (Coverage.Point point : Coverage.of(predictions).points()) {
      int above = count(predictions, point.threshold(), false);
      assertThat(above).isLessThan(point.images());
      assertThat(count(predictions, Math.nextDown(point.threshold()), false))
          .isGreaterThanOrEqualTo(point.images());
      int rightAbove = count(predictions, point.threshold(), true);
      assertThat(point.correct()).isBetween(rightAbove, rightAbove + point.images() - above);
    }
  }

  @Test
  void thresholdsFallAndCountsGrow() {
    List<Coverage.Point> points = Coverage.of(Examples.random(250, 22)).points();
    for (int i = 1; i < 100; i++) {
      assertThat(points.get(i).threshold()).isLessThanOrEqualTo(points.get(i - 1).threshold());
      assertThat(points.get(i).images()).isGreaterThanOrEqualTo(points.get(i - 1).images());
      assertThat(points.get(i).correct()).isGreaterThanOrEqualTo(points.get(i - 1).correct());
    }
  }

  @Test
  void noPredictionsFailLoudly() {
    Predictions none = new Predictions(new int[0], new float[0], 3);
    assertThatIllegalArgumentException().isThrownBy(() -> Coverage.of(none));
  }

  private static int count(Predictions predictions, float above, boolean right) {
    return (int)
        IntStream.range(0, predictions.count())
            .filter(i -> predictions.confidence(i) > above)
            .filter(i -> !right || predictions.correct(i))
            .count();
  }
}

package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Guards the denominators: of a precision those taken for the class, of a recall those of it. */
class ClassIntervalsTest {

  private static final Offset<Double> ROUNDING = within(1e-14);

  /** Class 3 is never predicted, class 4 never occurs at all. */
  private static final ConfusionMatrix SMALL =
      ConfusionMatrix.of(
          Examples.sure(5, new int[] {0, 0, 1, 1, 2, 2, 2, 3}, new int[] {0, 1, 1, 1, 2, 0, 2, 2}));

  /** SciPy 1.10.1: {@code binomtest(2, 3).proportion_ci(0.95, "wilson")}, and so on. */
  @Test
  void knownClassesHaveTheirKnownIntervals() {
    close(SMALL.precisionInterval(1), 0.20765960080204782, 0.9385080552796038);
    close(SMALL.recallInterval(1), 0.34238022750665303, 1);
    // 2 hits of 3 images that are of the class or taken for it; 2f / (1 + f) of 2 of 3's bounds
    close(SMALL.f1Interval(1), 0.3439041939701122, 0.968278726233342);
  }

  @Test
  void aRatioOfNothingHasNoInterval() {
    assertThat(SMALL.precisionInterval(3)).isEmpty();
    close(SMALL.recallInterval(3), 0, Interval.wilson(0, 1).high());
    assertThat(SMALL.f1Interval(3)).isPresent();
    assertThat(SMALL.precisionInterval(4)).isEmpty();
    assertThat(SMALL.recallInterval(4)).isEmpty();
    assertThat(SMALL.f1Interval(4)).isEmpty();
  }

  /** Hand, Christen and Kirielle: F* = F / (2 - F), so the score maps as the bounds do. */
  @Test
  void theShareBehindF1IsThatOfTheSource() {
    ConfusionMatrix matrix = ConfusionMatrix.of(Examples.random(500, 3));
    for (int c = 0; c < 10; c++) {
      int hits = matrix.count(c, c);
      int either = matrix.support(c) + matrix.predicted(c) - hits;
      assertThat(matrix.f1(c) / (2 - matrix.f1(c))).isCloseTo((double) hits / either, ROUNDING);
      Interval share = Interval.wilson(hits, either);
      Interval f1 = matrix.f1Interval(c).orElseThrow();
      assertThat(f1.low() / (2 - f1.low())).isCloseTo(share.low(), ROUNDING);
      assertThat(f1.high() / (2 - f1.high())).isCloseTo(share.high(), ROUNDING);
      assertThat(matrix.f1(c)).isBetween(f1.low(), f1.high());
    }
  }

  /** What 95 % means: of many samples of a known world, so many intervals hold its F1. */
  @Test
  void ninetyFiveOfAHundredIntervalsHoldTheTrueF1() {
    Random random = new Random(11);
    double truth = 2 * 0.3 / (2 * 0.3 + 0.1 + 0.15);
    int holding = 0;
    for (int sample = 0; sample < 2_000; sample++) {
      int[] labels = new int[200];
      int[] predictions = new int[200];
      for (int i = 0; i < 200; i++) {
        double u = random.nextDouble();
        labels[i] = u < 0.3 || u >= 0.85 ? 0 : 1;
        predictions[i] = u < 0.4 ? 0 : 1;
      }
      Interval interval =
          ConfusionMatrix.of(Examples.sure(2, labels, predictions)).f1Interval(0).orElseThrow();
      holding += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertThat(holding / 2_000.0).isBetween(0.935, 0.965);
  }

  @Test
  void permutingTheClassesPermutesTheIntervals() {
    Predictions predictions = Examples.random(300, 8);
    int[] names = {3, 1, 4, 0, 5, 9, 2, 6, 8, 7};
    ConfusionMatrix matrix = ConfusionMatrix.of(predictions);
    ConfusionMatrix renamed = ConfusionMatrix.of(Examples.renamed(predictions, names));
    for (int c = 0; c < 10; c++) {
      assertThat(renamed.precisionInterval(names[c])).isEqualTo(matrix.precisionInterval(c));
      assertThat(renamed.recallInterval(names[c])).isEqualTo(matrix.recallInterval(c));
      assertThat(renamed.f1Interval(names[c])).isEqualTo(matrix.f1Interval(c));
    }
  }

  @Test
  void labelsAndPredictionsExchangedExchangePrecisionAndRecallAndKeepF1() {
    int[] one = {0, 0, 1, 1, 2, 2, 2, 0};
    int[] other = {0, 1, 1, 2, 2, 0, 2, 2};
    ConfusionMatrix matrix = ConfusionMatrix.of(Examples.sure(3, one, other));
    ConfusionMatrix exchanged = ConfusionMatrix.of(Examples.sure(3, other, one));
    for (int c = 0; c < 3; c++) {
      assertThat(exchanged.precisionInterval(c)).isEqualTo(matrix.recallInterval(c));
      assertThat(exchanged.recallInterval(c)).isEqualTo(matrix.precisionInterval(c));
      assertThat(exchanged.f1Interval(c)).isEqualTo(matrix.f1Interval(c));
    }
  }

  @Test
  void moreImagesOfTheSameKindNarrowEveryInterval() {
    ConfusionMatrix few = ConfusionMatrix.of(repeated(1));
    ConfusionMatrix many = ConfusionMatrix.of(repeated(9));
    for (int c = 0; c < 3; c++) {
      assertThat(many.f1(c)).isEqualTo(few.f1(c));
      assertThat(width(many.precisionInterval(c))).isLessThan(width(few.precisionInterval(c)));
      assertThat(width(many.recallInterval(c))).isLessThan(width(few.recallInterval(c)));
      assertThat(width(many.f1Interval(c))).isLessThan(width(few.f1Interval(c)));
    }
  }

  private static Predictions repeated(int times) {
    int[] one = {0, 0, 1, 1, 2, 2, 2, 0};
    int[] other = {0, 1, 1, 2, 2, 0, 2, 2};
    int[] labels = new int[8 * times];
    int[] predictions = new int[8 * times];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = one[i % 8];
      predictions[i] = other[i % 8];
    }
    return Examples.sure(3, labels, predictions);
  }

  private static double width(Optional<Interval> interval) {
    return interval.orElseThrow().high() - interval.orElseThrow().low();
  }

  private static void close(Optional<Interval> interval, double low, double high) {
    assertThat(interval.orElseThrow().low()).isCloseTo(low, ROUNDING);
    assertThat(interval.orElseThrow().high()).isCloseTo(high, ROUNDING);
  }
}

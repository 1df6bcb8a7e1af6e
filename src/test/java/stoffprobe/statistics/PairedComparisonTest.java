package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards the signs: which model is a, which is b, and what the difference is of. */
class PairedComparisonTest {

  @Test
  void imagesAreCountedByWhoWasRight() {
    Predictions a = Examples.right(true, true, true, false, false, true);
    Predictions b = Examples.right(true, false, false, true, false, true);
    PairedComparison comparison = PairedComparison.of(a, b);
    assertThat(comparison).isEqualTo(new PairedComparison(2, 1, 2, 1));
    assertThat(comparison.count()).isEqualTo(6);
    assertThat(comparison.difference()).isEqualTo(-1.0 / 6);
  }

  @Test
  void twoWrongAnswersAreBothWrongEvenIfTheyDiffer() {
    int[] labels = {0};
    PairedComparison comparison =
        PairedComparison.of(
            Examples.sure(3, labels, new int[] {1}), Examples.sure(3, labels, new int[] {2}));
    assertThat(comparison).isEqualTo(new PairedComparison(0, 0, 0, 1));
  }

  /** By hand: sqrt(12 - 100/100)/100 = sqrt(11)/100. */
  @Test
  void theIntervalIsThePairedOne() {
    PairedComparison comparison = new PairedComparison(1, 11, 60, 28);
    double half = 1.959963984540054 * Math.sqrt(11) / 100;
    assertThat(comparison.difference()).isEqualTo(0.1);
    assertThat(comparison.interval().low()).isCloseTo(0.1 - half, within(1e-15));
    assertThat(comparison.interval().high()).isCloseTo(0.1 + half, within(1e-15));
    assertThat(comparison.mcNemarP()).isCloseTo(0.00634765625, within(1e-16));
    assertThat(comparison.better()).isEqualTo(Verdict.B);
  }

  /** Another route to the same error: the spread of (b right) - (a right) over the images. */
  @Test
  void theIntervalIsThatOfTheMeanOfTheDifferences() {
    Predictions a = Examples.random(300, 6);
    Predictions b = Examples.renamed(a, 0, 2, 1, 3, 5, 4, 6, 7, 8, 9);
    Predictions relabelled =
        Examples.sure(10, labels(a), IntStream.range(0, 300).map(b::prediction).toArray());
    double[] differences =
        IntStream.range(0, 300)
            .mapToDouble(i -> (relabelled.correct(i) ? 1 : 0) - (a.correct(i) ? 1 : 0))
            .toArray();
    double mean = IntStream.range(0, 300).mapToDouble(i -> differences[i]).sum() / 300;
    double variance =
        IntStream.range(0, 300).mapToDouble(i -> Math.pow(differences[i] - mean, 2)).sum() / 300;
    Interval interval = PairedComparison.of(a, relabelled).interval();
    double half = 1.959963984540054 * Math.sqrt(variance / 300);
    assertThat(mean).isNegative();
    assertThat(interval.low()).isCloseTo(mean - half, within(1e-14));
    assertThat(interval.high()).isCloseTo(mean + half, within(1e-14));
  }

  @Test
  void swappingTheModelsNegatesTheDifferenceAndKeepsTheP() {
    PairedComparison comparison = new PairedComparison(31, 12, 500, 70);
    PairedComparison swapped = new PairedComparison(12, 31, 500, 70);
    assertThat(swapped.difference()).isEqualTo(-comparison.difference());
    assertThat(swapped.interval().low()).isEqualTo(-comparison.interval().high());
    assertThat(swapped.interval().high()).isEqualTo(-comparison.interval().low());
    assertThat(swapped.mcNemarP()).isEqualTo(comparison.mcNemarP());
    assertThat(comparison.better()).isEqualTo(Verdict.A);
    assertThat(swapped.better()).isEqualTo(Verdict.B);
  }

  @Test
  void aModelAgainstItselfIsUndecided() {
    Predictions predictions = Examples.random(100, 7);
    PairedComparison comparison = PairedComparison.of(predictions, predictions);
    assertThat(comparison.difference()).isZero();
    assertThat(comparison.interval()).isEqualTo(new Interval(0, 0));
    assertThat(comparison.mcNemarP()).isEqualTo(1);
    assertThat(comparison.better()).isEqualTo(Verdict.UNDECIDED);
  }

  /** 0 against 5 has p = 1/16, 0 against 6 has p = 1/32. */
  @Test
  void aDifferenceIsDecidedOnlyBelowFivePercent() {
    assertThat(new PairedComparison(0, 5, 9, 0).better()).isEqualTo(Verdict.UNDECIDED);
    assertThat(new PairedComparison(0, 6, 9, 0).better()).isEqualTo(Verdict.B);
    assertThat(new PairedComparison(6, 0, 9, 0).better()).isEqualTo(Verdict.A);
  }

  @Test
  void theIntervalNarrowsAsTheSameTableGrows() {
    Interval few = new PairedComparison(3, 7, 80, 10).interval();
    Interval many = new PairedComparison(300, 700, 8_000, 1_000).interval();
    assertThat(many.high() - many.low()).isCloseTo((few.high() - few.low()) / 10, within(1e-15));
  }

  @Test
  void aMillionImagesDoNotOverflow() {
    Interval interval = new PairedComparison(0, 1_000_000, 0, 0).interval();
    assertThat(interval).isEqualTo(new Interval(1, 1));
  }

  @Test
  void predictionsOfOtherImagesFailLoudly() {
    int[] zero = {0};
    Predictions a = Examples.sure(2, zero, zero);
    Predictions otherLabel = Examples.sure(2, new int[] {1}, zero);
    Predictions longer = Examples.right(true, true);
    Predictions none = new Predictions(new int[0], new float[0], 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedComparison.of(a, otherLabel))
        .withMessageContaining("image 0");
    assertThatIllegalArgumentException().isThrownBy(() -> PairedComparison.of(a, longer));
    assertThatIllegalArgumentException().isThrownBy(() -> PairedComparison.of(none, none));
  }

  private static int[] labels(Predictions predictions) {
    return IntStream.range(0, predictions.count()).map(predictions::label).toArray();
  }
}

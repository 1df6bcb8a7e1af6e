package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards the conventions at the edges: classes that nobody predicts, has, or either. */
class ConfusionMatrixTest {

  /** Class 3 is never predicted, class 4 never occurs at all. */
  private static final ConfusionMatrix SMALL =
      ConfusionMatrix.of(
          Examples.sure(5, new int[] {0, 0, 1, 1, 2, 2, 2, 3}, new int[] {0, 1, 1, 1, 2, 0, 2, 2}));

  @Test
  void cellsCountLabelsByPredictions() {
    int[][] expected = {
      {1, 1, 0, 0, 0}, {0, 2, 0, 0, 0}, {1, 0, 2, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 0, 0}
    };
    for (int label = 0; label < 5; label++) {
      for (int predicted = 0; predicted < 5; predicted++) {
        assertThat(SMALL.count(label, predicted)).isEqualTo(expected[label][predicted]);
      }
    }
    assertThat(SMALL.total()).isEqualTo(8);
    assertThat(SMALL.accuracy()).isEqualTo(5.0 / 8);
  }

  @Test
  void scoresOfAClassAreThoseWorkedOutByHand() {
    assertThat(IntStream.range(0, 5).map(SMALL::support)).containsExactly(2, 2, 3, 1, 0);
    assertThat(IntStream.range(0, 5).map(SMALL::predicted)).containsExactly(2, 3, 3, 0, 0);
    assertThat(IntStream.range(0, 5).mapToDouble(SMALL::precision))
        .containsExactly(1.0 / 2, 2.0 / 3, 2.0 / 3, 0.0, 0.0);
    assertThat(IntStream.range(0, 5).mapToDouble(SMALL::recall))
        .containsExactly(1.0 / 2, 1.0, 2.0 / 3, 0.0, 0.0);
    assertThat(IntStream.range(0, 5).mapToDouble(SMALL::f1))
        .containsExactly(1.0 / 2, 4.0 / 5, 2.0 / 3, 0.0, 0.0);
  }

  /** scikit-learn 1.2.1 gives 0.4583333, 0.5416667 and 0.4916667 for the same labels. */
  @Test
  void macroAveragesLeaveOutTheClassThatNeverOccursButNotTheOneThatIsNeverPredicted() {
    assertThat(SMALL.macroPrecision()).isCloseTo((0.5 + 2.0 / 3 + 2.0 / 3) / 4, within(1e-15));
    assertThat(SMALL.macroRecall()).isCloseTo((0.5 + 1 + 2.0 / 3) / 4, within(1e-15));
    assertThat(SMALL.macroF1()).isCloseTo((0.5 + 0.8 + 2.0 / 3) / 4, within(1e-15));
  }

  @Test
  void aClassThatIsOnlyEverPredictedCountsAsZero() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(Examples.sure(3, new int[] {0, 0, 0}, new int[] {0, 0, 1}));
    assertThat(matrix.macroF1()).isCloseTo((0.8 + 0) / 2, within(1e-15));
    assertThat(matrix.macroPrecision()).isEqualTo(0.5);
    assertThat(matrix.macroRecall()).isCloseTo((2.0 / 3) / 2, within(1e-15));
  }

  @Test
  void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
    ConfusionMatrix matrix = ConfusionMatrix.of(Examples.random(500, 3));
    for (int c = 0; c < 7; c++) {
      double precision = matrix.precision(c);
      double recall = matrix.recall(c);
      assertThat(matrix.f1(c))
          .isCloseTo(2 * precision * recall / (precision + recall), within(1e-15));
    }
  }

  @Test
  void countsAgreeWithCountingImageByImage() {
    Predictions predictions = Examples.random(500, 4);
    ConfusionMatrix matrix = ConfusionMatrix.of(predictions);
    int sum = 0;
    for (int label = 0; label < 10; label++) {
      for (int predicted = 0; predicted < 10; predicted++) {
        int row = label;
        int column = predicted;
        assertThat((long) matrix.count(label, predicted))
            .isEqualTo(
                IntStream.range(0, 500)
                    .filter(i -> predictions.label(i) == row)
                    .filter(i -> predictions.prediction(i) == column)
                    .count());
        sum += matrix.count(label, predicted);
      }
    }
    assertThat(sum).isEqualTo(500);
    assertThat(IntStream.range(0, 10).map(matrix::support).sum()).isEqualTo(500);
    assertThat(IntStream.range(0, 10).map(matrix::predicted).sum()).isEqualTo(500);
    assertThat((long) matrix.correct())
        .isEqualTo(IntStream.range(0, 500).filter(predictions::correct).count());
  }

  @Test
  void renamingTheClassesPermutesTheirScoresAndKeepsTheAverages() {
    int[] names = {3, 1, 4, 0, 5, 9, 2, 6, 8, 7};
    Predictions predictions = Examples.random(500, 5);
    ConfusionMatrix before = ConfusionMatrix.of(predictions);
    ConfusionMatrix after = ConfusionMatrix.of(Examples.renamed(predictions, names));
    for (int c = 0; c < 10; c++) {
      assertThat(after.precision(names[c])).isEqualTo(before.precision(c));
      assertThat(after.recall(names[c])).isEqualTo(before.recall(c));
      assertThat(after.f1(names[c])).isEqualTo(before.f1(c));
      assertThat(after.support(names[c])).isEqualTo(before.support(c));
    }
    assertThat(after.macroF1()).isCloseTo(before.macroF1(), within(1e-15));
    assertThat(after.accuracy()).isEqualTo(before.accuracy());
  }

  @Test
  void topConfusionsGoByCountThenLabelThenPredictionAndEndAtTheLimit() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            Examples.sure(
                3, new int[] {2, 2, 1, 0, 0, 1, 1, 1}, new int[] {1, 0, 2, 1, 2, 0, 0, 1}));
    assertThat(matrix.topConfusions(10))
        .containsExactly(
            new Confusion(1, 0, 2),
            new Confusion(0, 1, 1),
            new Confusion(0, 2, 1),
            new Confusion(1, 2, 1),
            new Confusion(2, 0, 1),
            new Confusion(2, 1, 1));
    assertThat(matrix.topConfusions(2))
        .containsExactly(new Confusion(1, 0, 2), new Confusion(0, 1, 1));
  }

  @Test
  void topConfusionsHoldNeitherHitsNorWhatNeverHappened() {
    assertThat(SMALL.topConfusions(10))
        .containsExactly(new Confusion(0, 1, 1), new Confusion(2, 0, 1), new Confusion(3, 2, 1));
  }

  @Test
  void noPredictionsFailLoudly() {
    Predictions none = new Predictions(new int[0], new float[0], 3);
    assertThatIllegalArgumentException().isThrownBy(() -> ConfusionMatrix.of(none));
  }
}

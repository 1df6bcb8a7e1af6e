package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Guards what a mean over batches hides: the short last batch, and classes absent from a batch. */
class BatchMeansTest {

  /** Batches of two: {0, 1} with 0.5 and 0.25 for the label, and {0} alone with 0.125. */
  private static final Predictions THREE =
      new Predictions(
          new int[] {0, 1, 0},
          new float[] {0.5f, 0.25f, 0.25f, 0.5f, 0.25f, 0.25f, 0.125f, 0.375f, 0.5f},
          3);

  @Test
  void theShortLastBatchCountsAsMuchAsTheOthers() {
    BatchMeans means = BatchMeans.of(THREE, 2);
    double first = (Math.log(2) + Math.log(4)) / 2;
    double last = Math.log(8);
    assertThat(means.loss()).isCloseTo((first + last) / 2, within(1e-15));
    assertThat(means.accuracy()).isEqualTo((0.5 + 0) / 2);
  }

  /** First batch: F1 2/3 for class 0 and 0 for class 1, class 2 absent. Last: 0 for 0 and for 2. */
  @Test
  void aClassThatABatchLacksIsLeftOutOfThatBatchAlone() {
    assertThat(BatchMeans.of(THREE, 2).macroF1())
        .isCloseTo(((2.0 / 3 + 0) / 2 + 0) / 2, within(1e-15));
  }

  @Test
  void oneBatchOfAllIsTheWholeSet() {
    Predictions predictions = Examples.random(200, 1);
    ConfusionMatrix whole = ConfusionMatrix.of(predictions);
    BatchMeans expected =
        new BatchMeans(CrossEntropy.mean(predictions), whole.macroF1(), whole.accuracy());
    assertThat(BatchMeans.of(predictions, 200)).isEqualTo(expected);
    assertThat(BatchMeans.of(predictions, Integer.MAX_VALUE)).isEqualTo(expected);
  }

  @Test
  void meansAgreeWithBatchesCutOutByHand() {
    Predictions predictions = Examples.random(150, 2);
    BatchMeans first = BatchMeans.of(Examples.part(predictions, 0, 64), 64);
    BatchMeans second = BatchMeans.of(Examples.part(predictions, 64, 128), 64);
    BatchMeans third = BatchMeans.of(Examples.part(predictions, 128, 150), 64);
    BatchMeans all = BatchMeans.of(predictions, 64);
    assertThat(all.loss())
        .isCloseTo((first.loss() + second.loss() + third.loss()) / 3, within(1e-14));
    assertThat(all.macroF1())
        .isCloseTo((first.macroF1() + second.macroF1() + third.macroF1()) / 3, within(1e-14));
    assertThat(all.accuracy())
        .isCloseTo((first.accuracy() + second.accuracy() + third.accuracy()) / 3, within(1e-14));
  }

  @Test
  void noPredictionsAndNoBatchSizeFailLoudly() {
    Predictions none = new Predictions(new int[0], new float[0], 3);
    assertThatIllegalArgumentException().isThrownBy(() -> BatchMeans.of(none, 64));
    assertThatIllegalArgumentException().isThrownBy(() -> BatchMeans.of(THREE, 0));
  }
}

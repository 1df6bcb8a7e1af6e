package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A thousand images of ten classes, scored by scikit-learn, SciPy and NumPy. The values are what
 * {@code src/test/python/statistics_reference.py} printed; versions stand there.
 */
class ReferenceValuesTest {

  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final Predictions EXAMPLE = Examples.random(1000, 1);

  @Test
  void wholeSetScoresAreThoseOfScikitLearn() {
    ConfusionMatrix matrix = ConfusionMatrix.of(EXAMPLE);
    assertThat(IntStream.range(0, 10).map(predicted -> matrix.count(2, predicted)))
        .containsExactly(4, 9, 64, 7, 16, 19, 4, 12, 13, 7);
    assertThat(matrix.accuracy()).isEqualTo(0.412);
    assertThat(matrix.macroF1()).isCloseTo(0.3219754205517229, ROUNDING);
    assertThat(matrix.macroPrecision()).isCloseTo(0.3651431424123402, ROUNDING);
    assertThat(matrix.macroRecall()).isCloseTo(0.28858228397966884, ROUNDING);
  }

  @Test
  void batchMeansAreThoseOfScikitLearnBatchByBatch() {
    BatchMeans means = BatchMeans.of(EXAMPLE, 64);
    assertThat(means.loss()).isCloseTo(2.6710839484085613, ROUNDING);
    assertThat(means.macroF1()).isCloseTo(0.3051598874907004, ROUNDING);
    assertThat(means.accuracy()).isCloseTo(0.4123046875, ROUNDING);
  }

  @Test
  void scoresOfTheProbabilitiesAreThoseOfNumPy() {
    assertThat(CrossEntropy.mean(EXAMPLE)).isCloseTo(2.6708120808869764, ROUNDING);
    assertThat(BrierScore.of(EXAMPLE)).isCloseTo(0.7716405246385485, ROUNDING);
    assertThat(Reliability.of(EXAMPLE).expectedCalibrationError())
        .isCloseTo(0.13314556124806406, ROUNDING);
  }

  @Test
  void theComparisonIsThatOfSciPy() {
    PairedComparison comparison = PairedComparison.of(EXAMPLE, blurred());
    assertThat(comparison).isEqualTo(new PairedComparison(18, 20, 394, 568));
    assertThat(comparison.difference()).isEqualTo(0.002);
    assertThat(comparison.interval().low()).isCloseTo(-0.01008139351859271, ROUNDING);
    assertThat(comparison.interval().high()).isCloseTo(0.01408139351859271, ROUNDING);
    assertThat(comparison.mcNemarP()).isCloseTo(0.8714146793645341, ROUNDING);
    assertThat(comparison.better()).isEqualTo(Verdict.UNDECIDED);
  }

  /** Every class but the last gets half of its neighbour's probability too. */
  private static Predictions blurred() {
    int[] labels = IntStream.range(0, 1000).map(EXAMPLE::label).toArray();
    float[] probabilities = new float[10_000];
    for (int i = 0; i < probabilities.length; i++) {
      int c = i % 10;
      float neighbour = c == 9 ? 0 : EXAMPLE.probability(i / 10, c + 1) / 2;
      probabilities[i] = EXAMPLE.probability(i / 10, c) + neighbour;
    }
    return new Predictions(labels, probabilities, 10);
  }
}

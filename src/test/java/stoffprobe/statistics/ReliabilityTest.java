package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards the bins' edges, and weights that would let a nearly empty bin count as much as all. */
class ReliabilityTest {

  /** Bin 8 holds 0.5625 (right) and 0.59375 (wrong), bin 11 holds 0.75 twice (both right). */
  private static final Predictions FOUR =
      new Predictions(
          new int[] {0, 1, 0, 0},
          new float[] {0.5625f, 0.4375f, 0.59375f, 0.40625f, 0.75f, 0.25f, 0.75f, 0.25f},
          2);

  @Test
  void binsHoldCountMeanConfidenceAndAccuracy() {
    Reliability reliability = Reliability.of(FOUR);
    assertThat(reliability.bins()).hasSize(15);
    assertThat(reliability.bins().get(8))
        .isEqualTo(new Reliability.Bin(8.0 / 15, 9.0 / 15, 2, 1, 0.578125));
    assertThat(reliability.bins().get(11))
        .isEqualTo(new Reliability.Bin(11.0 / 15, 12.0 / 15, 2, 2, 0.75));
    assertThat(reliability.bins().get(0)).isEqualTo(new Reliability.Bin(0, 1.0 / 15, 0, 0, 0));
    assertThat(reliability.bins().stream().mapToInt(Reliability.Bin::count).sum()).isEqualTo(4);
  }

  @Test
  void theErrorIsTheMeanGapOfTheBinsWeightedByTheirCounts() {
    assertThat(Reliability.of(FOUR).expectedCalibrationError())
        .isCloseTo((2 * 0.078125 + 2 * 0.25) / 4, within(1e-15));
    assertThat(Reliability.of(Examples.right(true, true)).expectedCalibrationError()).isZero();
    assertThat(Reliability.of(Examples.right(false, false)).expectedCalibrationError())
        .isEqualTo(1);
  }

  @Test
  void countsAddUpAndTheIntervalsAreThoseOfTheBinsAccuracies() {
    Predictions predictions = Examples.random(777, 10);
    List<Reliability.Bin> bins = Reliability.of(predictions).bins();
    assertThat(bins.stream().mapToInt(Reliability.Bin::count).sum()).isEqualTo(777);
    assertThat(bins.stream().mapToInt(Reliability.Bin::correct).sum())
        .isEqualTo(ConfusionMatrix.of(predictions).correct());
    assertThat(bins)
        .filteredOn(bin -> bin.count() > 0)
        .hasSizeBetween(2, 14)
        .allSatisfy(
            bin -> {
              assertThat(bin.interval()).contains(Interval.wilson(bin.correct(), bin.count()));
              assertThat(bin.confidence()).isBetween(bin.low(), bin.high());
            });
    assertThat(bins)
        .filteredOn(bin -> bin.count() == 0)
        .isNotEmpty()
        .allSatisfy(bin -> assertThat(bin.interval()).isEmpty());
  }

  /** Both neighbours of each edge, compared with the edge as a fraction: conf · 15 > b exactly. */
  @Test
  void valuesBesideEveryEdgeFallIntoTheRightBin() {
    for (int edge = 1; edge < 15; edge++) {
      float near = edge / 15f;
      for (float confidence : new float[] {Math.nextDown(near), near, Math.nextUp(near)}) {
        int expected =
            new BigDecimal(confidence)
                    .multiply(BigDecimal.valueOf(15))
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact()
                - 1;
        assertThat(Reliability.bin(confidence)).isEqualTo(expected);
      }
      assertThat(Reliability.bin(Math.nextDown(near))).isEqualTo(edge - 1);
      assertThat(Reliability.bin(Math.nextUp(near))).isEqualTo(edge);
    }
  }

  @Test
  void theEndsFallIntoTheFirstAndTheLastBin() {
    assertThat(Reliability.bin(0)).isZero();
    assertThat(Reliability.bin(Float.MIN_VALUE)).isZero();
    assertThat(Reliability.bin(Math.nextDown(1f))).isEqualTo(14);
    assertThat(Reliability.bin(1)).isEqualTo(14);
    assertThat(Reliability.bin(Math.nextUp(1f))).isEqualTo(14);
  }

  @Test
  void theErrorAgreesWithTheDefinitionBinByBin() {
    Predictions predictions = Examples.random(400, 9);
    double sum = 0;
    for (int b = 0; b < 15; b++) {
      double gap = 0;
      for (int i = 0; i < 400; i++) {
        double confidence = predictions.probability(i, predictions.prediction(i));
        if (confidence > b / 15.0 && confidence <= (b + 1) / 15.0) {
          gap += (predictions.correct(i) ? 1 : 0) - confidence;
        }
      }
      sum += Math.abs(gap);
    }
    assertThat(Reliability.of(predictions).expectedCalibrationError())
        .isCloseTo(sum / 400, within(1e-14));
  }

  @Test
  void noPredictionsFailLoudly() {
    Predictions none = new Predictions(new int[0], new float[0], 3);
    assertThatIllegalArgumentException().isThrownBy(() -> Reliability.of(none));
  }
}

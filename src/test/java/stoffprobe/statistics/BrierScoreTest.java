package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BrierScoreTest {

  /** By hand: (0.5² + 0.25² + 0.25² + 0.25² + 0.5² + 0.75²) / 2. */
  @Test
  void squaredErrorsAreSummedOverClassesAndAveragedOverImages() {
    Predictions predictions =
        new Predictions(new int[] {0, 2}, new float[] {0.5f, 0.25f, 0.25f, 0.25f, 0.5f, 0.25f}, 3);
    assertThat(BrierScore.of(predictions)).isEqualTo((0.375 + 0.875) / 2);
  }

  @Test
  void sureAndRightIsZeroAndSureAndWrongIsTwo() {
    assertThat(BrierScore.of(Examples.right(true, true))).isZero();
    assertThat(BrierScore.of(Examples.right(false))).isEqualTo(2);
  }

  /** Another route: the squares multiplied out, sum p² - 2 p(label) + 1. */
  @Test
  void itAgreesWithTheSquaresMultipliedOut() {
    Predictions predictions = Examples.random(200, 8);
    double sum = 0;
    for (int i = 0; i < 200; i++) {
      sum += 1 - 2.0 * predictions.probability(i, predictions.label(i));
      for (int c = 0; c < 10; c++) {
        sum += (double) predictions.probability(i, c) * predictions.probability(i, c);
      }
    }
    assertThat(BrierScore.of(predictions)).isCloseTo(sum / 200, within(1e-13));
  }

  @Test
  void noPredictionsFailLoudly() {
    Predictions none = new Predictions(new int[0], new float[0], 3);
    assertThatIllegalArgumentException().isThrownBy(() -> BrierScore.of(none));
  }
}

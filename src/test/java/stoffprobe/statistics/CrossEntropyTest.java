package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {

  @Test
  void itIsTheMeanNegativeLogarithmOfTheLabelsProbability() {
    Predictions predictions =
        new Predictions(new int[] {0, 1}, new float[] {0.5f, 0.5f, 0.875f, 0.125f}, 2);
    assertThat(CrossEntropy.mean(predictions)).isCloseTo(2 * Math.log(2), within(1e-15));
  }

  @Test
  void aProbabilityOfZeroCountsAsTheSmallest() {
    Predictions predictions = Examples.right(true, false);
    assertThat(CrossEntropy.mean(predictions)).isCloseTo(15 * Math.log(10) / 2, within(1e-13));
  }

  @Test
  void probabilitiesBelowTheSmallestAreClippedAndThoseAboveAreNot() {
    assertThat(ofLabel(1e-15f * 0.9f)).isEqualTo(-Math.log(1e-15));
    assertThat(ofLabel(1.1e-15f)).isEqualTo(-Math.log((double) 1.1e-15f));
  }

  /** A row that adds up to 2: dividing by its sum would give ln 2. */
  @Test
  void rowsAreNotRenormalised() {
    Predictions predictions = new Predictions(new int[] {0}, new float[] {1, 1}, 2);
    assertThat(CrossEntropy.mean(predictions)).isZero();
  }

  @Test
  void aProbabilityThatIsNoNumberIsNotHidden() {
    assertThat(ofLabel(Float.NaN)).isNaN();
  }

  @Test
  void noPredictionsFailLoudly() {
    Predictions none = new Predictions(new int[0], new float[0], 3);
    assertThatIllegalArgumentException().isThrownBy(() -> CrossEntropy.mean(none));
  }

  private static double ofLabel(float probability) {
    return CrossEntropy.mean(
        new Predictions(new int[] {0}, new float[] {probability, 1 - probability}, 2));
  }
}

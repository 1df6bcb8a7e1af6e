package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class UsualRangeTest {

  /** Median and limit by NumPy and {@code scipy.stats.median_abs_deviation}. */
  @Test
  void oneOddValueDoesNotMoveIt() {
    UsualRange range = UsualRange.of(new double[] {10, 10.2, 9.9, 10.1, 30, 10.05, 9.8}, 0);
    assertThat(range.median()).isEqualTo(10.05);
    assertThat(range.limit()).isCloseTo(10.828354336545583, within(1e-12));
  }

  @Test
  void ofAnEvenNumberTheMedianLiesBetween() {
    assertThat(UsualRange.of(new double[] {4, 1, 2, 3}, 0).median()).isEqualTo(2.5);
  }

  @Test
  void valuesThatHardlyDifferLeaveTheLeastRoom() {
    assertThat(UsualRange.of(new double[] {5, 5, 5}, 0.1).limit()).isCloseTo(5.5, within(1e-12));
  }

  @Test
  void nothingHasNoMedian() {
    assertThatIllegalArgumentException().isThrownBy(() -> UsualRange.of(new double[0], 0.1));
  }
}

package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void aKnownShareHasItsKnownInterval() {
    Interval interval = Interval.wilson(8847, 10_000);
    // SciPy 1.10.1: binomtest(8847, 10000).proportion_ci(0.95, "wilson")
    assertThat(interval.low()).isCloseTo(0.8782919303354775, within(1e-14));
    assertThat(interval.high()).isCloseTo(0.890812621318124, within(1e-14));
  }

  /** The definition: the shares p from which the observed one is z standard errors of p away. */
  @Test
  void theObservedShareIsZStandardErrorsFromBothBounds() {
    for (int successes : new int[] {1, 7, 50, 99}) {
      double share = successes / 100.0;
      Interval interval = Interval.wilson(successes, 100);
      for (double p : new double[] {interval.low(), interval.high()}) {
        double error = Math.sqrt(p * (1 - p) / 100);
        assertThat(Math.abs(share - p)).isCloseTo(Interval.Z * error, within(1e-14));
      }
    }
  }

  @Test
  void boundsStayWithinZeroAndOneForEveryNumberOfSuccesses() {
    for (int trials = 1; trials <= 300; trials++) {
      Interval none = Interval.wilson(0, trials);
      Interval all = Interval.wilson(trials, trials);
      double far = Interval.Z * Interval.Z / (trials + Interval.Z * Interval.Z);
      assertThat(none.low()).isZero();
      assertThat(none.high()).isCloseTo(far, within(1e-14));
      assertThat(all.low()).isCloseTo(1 - far, within(1e-14));
      assertThat(all.high()).isEqualTo(1);
      for (int successes = 1; successes < trials; successes++) {
        Interval interval = Interval.wilson(successes, trials);
        assertThat(interval.low()).isBetween(0.0, (double) successes / trials);
        assertThat(interval.high()).isBetween((double) successes / trials, 1.0);
      }
    }
  }

  @Test
  void successesAndFailuresMirrorEachOther() {
    Interval successes = Interval.wilson(13, 40);
    Interval failures = Interval.wilson(27, 40);
    assertThat(successes.low()).isCloseTo(1 - failures.high(), within(1e-15));
    assertThat(successes.high()).isCloseTo(1 - failures.low(), within(1e-15));
  }

  @Test
  void moreTrialsWithTheSameShareNarrowTheInterval() {
    double[] widths =
        IntStream.of(10, 100, 1_000, 10_000, 1_000_000)
            .mapToObj(trials -> Interval.wilson(trials / 10 * 9, trials))
            .mapToDouble(interval -> interval.high() - interval.low())
            .toArray();
    for (int i = 1; i < widths.length; i++) {
      assertThat(widths[i]).isLessThan(widths[i - 1]);
    }
  }

  @Test
  void impossibleCountsAndBoundsFailLoudly() {
    assertThatIllegalArgumentException().isThrownBy(() -> Interval.wilson(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Interval.wilson(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Interval.wilson(6, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0.2, 0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, Double.NaN));
  }
}

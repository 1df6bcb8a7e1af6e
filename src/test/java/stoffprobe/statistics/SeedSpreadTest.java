package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeedSpreadTest {

  /** The standard deviation by NumPy, {@code numpy.std(x, ddof=1)}. */
  @Test
  void isTheStandardDeviationOfASample() {
    SeedSpread spread = SeedSpread.of(0.8894, 0.8862, 0.8850, 0.8774, 0.8801);
    assertThat(spread.runs()).isEqualTo(5);
    assertThat(spread.deviation()).isCloseTo(0.004823069562011317, within(1e-15));
  }

  /** By SciPy: {@code stats.t.isf(0.05 / (2 * m), n - 1) * 0.01 * sqrt(2)}. */
  @ParameterizedTest
  @CsvSource({
    "5, 1, 0.03926486322955123",
    "5, 20, 0.09557612835236226",
    "10, 20, 0.058630307879194155",
    "3, 22, 0.2961420499773302"
  })
  void toleratesWhatStudentsQuantileAllows(int runs, int metrics, double expected) {
    assertThat(new SeedSpread(runs, 0.01).tolerance(metrics)).isCloseTo(expected, within(1e-9));
  }

  /** What the tolerance promises: of two further runs, few lie further apart by chance. */
  @Test
  void oneMetricInTwentyLiesOutsideByChance() {
    Random random = new Random(7);
    int trials = 20_000;
    long outside =
        IntStream.range(0, trials)
            .filter(
                trial -> {
                  double[] seeds =
                      IntStream.range(0, 5).mapToDouble(i -> random.nextGaussian()).toArray();
                  double baseline = random.nextGaussian();
                  double tonight = random.nextGaussian();
                  return Math.abs(tonight - baseline) > SeedSpread.of(seeds).tolerance(1);
                })
            .count();
    assertThat((double) outside / trials).isCloseTo(SeedSpread.FALSE_ALARMS, within(0.005));
  }

  @Test
  void equalRunsLeaveNoRoom() {
    assertThat(SeedSpread.of(0.5, 0.5, 0.5).tolerance(3)).isZero();
  }

  @Test
  void oneRunTellsNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> SeedSpread.of(0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new SeedSpread(5, 1).tolerance(0));
  }
}

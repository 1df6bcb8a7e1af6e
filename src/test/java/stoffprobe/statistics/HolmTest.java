package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards against factors that count from the wrong end, and results in the order of the sort. */
class HolmTest {

  /** From R's package multtest, as statsmodels' own tests (test_multi.py) have them. */
  @Test
  void adjustedValuesAreThoseOfMulttest() {
    double[] adjusted =
        Holm.adjusted(
            0.838541367553,
            0.642193923795,
            0.680845947633,
            0.967833824309,
            0.71626938238,
            0.177096952723,
            5.23656777208e-5,
            0.0202732688798,
            0.00028140506198,
            0.0149877310796);
    double[] expected = {
      1, 1, 1, 1, 1, 1, 5.23656777208e-4, 0.1419128821586, 2.53264555782e-3, 0.1199018486368
    };
    assertThat(adjusted).containsExactly(expected, within(1e-15));
  }

  /** By hand; R: {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")} is 0.03 0.06 0.06 0.02. */
  @Test
  void aSmallerAdjustedValueIsNeverOvertaken() {
    assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-16));
    assertThat(Holm.adjusted(0.5, 0.5)).containsExactly(1, 1);
    assertThat(Holm.adjusted(0.02, 0.02, 0.02))
        .containsExactly(new double[] {0.06, 0.06, 0.06}, within(1e-16));
  }

  @Test
  void oneTestIsNotAdjusted() {
    assertThat(Holm.adjusted(0.0123)).containsExactly(0.0123);
    assertThat(Holm.adjusted()).isEmpty();
    assertThat(Holm.adjusted(0, 1)).containsExactly(0, 1);
  }

  @Test
  void valuesGrowButKeepTheirOrderAndStayBelowBonferroni() {
    Random random = new Random(3);
    for (int tests = 1; tests <= 45; tests++) {
      double[] p = random.doubles(tests).map(u -> u * u * u).toArray();
      double[] adjusted = Holm.adjusted(p);
      for (int i = 0; i < tests; i++) {
        assertThat(adjusted[i]).isBetween(p[i], Math.min(1, tests * p[i]));
        for (int j = 0; j < tests; j++) {
          assertThat(p[i] <= p[j] && adjusted[i] > adjusted[j]).isFalse();
        }
      }
    }
  }

  @Test
  void theOrderOfTheTestsDoesNotMatter() {
    double[] p = {0.2, 0.001, 0.03, 0.03, 0.7};
    double[] turned = {0.7, 0.03, 0.03, 0.001, 0.2};
    double[] adjusted = Holm.adjusted(turned);
    assertThat(Holm.adjusted(p))
        .containsExactly(IntStream.range(0, 5).mapToDouble(i -> adjusted[4 - i]).toArray());
  }

  /** Holm's own words: go up from the smallest p; stop at the first above its share of alpha. */
  @Test
  void decisionsAreThoseOfTheStepwiseProcedure() {
    Random random = new Random(4);
    for (int run = 0; run < 200; run++) {
      double[] p = random.doubles(6).map(u -> u * u / 4).sorted().toArray();
      double[] adjusted = Holm.adjusted(p);
      int rejected = 0;
      while (rejected < 6 && p[rejected] < 0.05 / (6 - rejected)) {
        rejected++;
      }
      assertThat(Arrays.stream(adjusted).filter(value -> value < 0.05).count()).isEqualTo(rejected);
    }
  }

  @Test
  void whatIsNoProbabilityFailsLoudly() {
    assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(0.1, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(-0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjusted(Double.NaN));
  }
}

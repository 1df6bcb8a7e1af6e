package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards the tail: a one-sided p, a p of the wrong side, and sums that underflow to 0. */
class McNemarTest {

  @Test
  void oneAgainstElevenGivesTwentySixOf4096() {
    assertThat(McNemar.exact(1, 11)).isCloseTo(26.0 / 4096, within(1e-16));
  }

  @Test
  void smallTablesGiveWhatPascalsTriangleGives() {
    assertThat(McNemar.exact(0, 1)).isEqualTo(1);
    assertThat(McNemar.exact(0, 5)).isCloseTo(2.0 / 32, within(1e-16));
    assertThat(McNemar.exact(0, 6)).isCloseTo(2.0 / 64, within(1e-16));
    assertThat(McNemar.exact(2, 8)).isCloseTo(2.0 * (1 + 10 + 45) / 1024, within(1e-16));
  }

  @Test
  void noDiscordantPairAndAnEvenSplitGiveOne() {
    assertThat(McNemar.exact(0, 0)).isEqualTo(1);
    assertThat(McNemar.exact(1, 1)).isEqualTo(1);
    assertThat(McNemar.exact(5_000, 5_000)).isEqualTo(1);
    assertThat(McNemar.exact(4_999, 5_000)).isCloseTo(1, within(1e-14));
  }

  @Test
  void everySmallTableAgreesWithExactArithmetic() {
    for (int onlyA = 0; onlyA <= 40; onlyA++) {
      for (int onlyB = 0; onlyB <= 40; onlyB++) {
        double exact = byIntegers(onlyA, onlyB);
        assertThat(McNemar.exact(onlyA, onlyB)).isCloseTo(exact, withinPercentage(1e-10));
      }
    }
  }

  /** 2^-10000 is far beyond what a double holds; the p of most of these is not. */
  @ParameterizedTest
  @CsvSource({
    "200, 595",
    "480, 520",
    "0, 1000",
    "100, 1100",
    "4800, 5200",
    "4000, 6000",
    "3500, 6500",
    "14900, 15100",
    "14000, 16000"
  })
  void largeTablesAgreeWithExactArithmetic(int onlyA, int onlyB) {
    double exact = byIntegers(onlyA, onlyB);
    assertThat(exact).isBetween(1e-307, 1.0);
    assertThat(McNemar.exact(onlyA, onlyB)).isCloseTo(exact, withinPercentage(1e-8));
  }

  @Test
  void whatIsSmallerThanAnyDoubleIsZero() {
    assertThat(McNemar.exact(0, 10_000)).isZero();
    assertThat(McNemar.exact(10_000, 0)).isZero();
  }

  @Test
  void theOrderOfTheModelsDoesNotMatter() {
    assertThat(McNemar.exact(31, 12)).isEqualTo(McNemar.exact(12, 31));
  }

  @Test
  void countsBelowZeroFailLoudly() {
    assertThatIllegalArgumentException().isThrownBy(() -> McNemar.exact(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> McNemar.exact(5, -1));
  }

  /** The definition, summed without any rounding. */
  private static double byIntegers(int onlyA, int onlyB) {
    int n = onlyA + onlyB;
    BigInteger ways = BigInteger.ONE;
    BigInteger sum = BigInteger.ONE;
    for (int k = 1; k <= Math.min(onlyA, onlyB); k++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + 1)).divide(BigInteger.valueOf(k));
      sum = sum.add(ways);
    }
    return new BigDecimal(sum.shiftLeft(1))
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(n)), MathContext.DECIMAL64)
        .min(BigDecimal.ONE)
        .doubleValue();
  }
}

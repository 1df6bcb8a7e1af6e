package stoffprobe.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.5", "0.3333333", "0.99999994", "0.0", "1.0", "1e-10"})
  void everydayValuesLookEveryday(String text) {
    assertThat(ShortestDecimal.of(Float.parseFloat(text))).isEqualTo(text);
  }

  /** NumPy 1.24.2's shortest decimals; Float.toString of JDK 17 has a digit more for each. */
  @ParameterizedTest
  @CsvSource({
    "0x1p-149, 1e-45",
    "0x1p-126, 1.1754944e-38",
    "0x1p-96, 1.2621775e-29",
    "0x1p-94, 5.04871e-29",
    "0x1p-27, 7.450581e-9"
  })
  void valuesThatTheLibraryWritesTooLongAreShortest(String value, String text) {
    assertThat(ShortestDecimal.of(Float.parseFloat(value))).isEqualTo(text);
  }

  @Test
  void everyPowerOfTwoAndItsNeighboursAreShortest() {
    for (int exponent = -149; exponent <= 0; exponent++) {
      float power = Math.scalb(1f, exponent);
      assertShortest(power);
      assertShortest(Math.nextUp(power));
      assertShortest(Math.nextDown(power));
    }
  }

  @Test
  void randomProbabilitiesAreShortest() {
    Random random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      assertShortest(random.nextFloat());
      assertShortest((float) Math.pow(random.nextDouble(), 30));
    }
  }

  @Test
  void whatIsNoNumberFailsLoudly() {
    assertThatIllegalArgumentException().isThrownBy(() -> ShortestDecimal.of(Float.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShortestDecimal.of(Float.NEGATIVE_INFINITY));
  }

  /** By the definition: it reads back, and no decimal with a digit less does. */
  private static void assertShortest(float value) {
    String text = ShortestDecimal.of(value);
    assertThat(Float.parseFloat(text)).isEqualTo(value);
    BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
    if (decimal.precision() > 1) {
      BigInteger shorter = decimal.unscaledValue().divide(BigInteger.TEN);
      for (int step = -2; step <= 2; step++) {
        BigInteger digits = shorter.add(BigInteger.valueOf(step));
        String candidate = digits + "E" + (1 - decimal.scale());
        assertThat(Float.parseFloat(candidate)).as(candidate).isNotEqualTo(value);
      }
    }
  }
}

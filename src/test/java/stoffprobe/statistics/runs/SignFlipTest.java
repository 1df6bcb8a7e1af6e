package stoffprobe.statistics.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Expected values by SciPy: {@code permutation_test(permutation_type='samples')}. */
final class SignFlipTest {

  @Test
  void fiveOfOneSignAreAsSureAsFiveCanBe() {
    assertThat(SignFlip.p(0.0429, 0.0337, 0.0388, 0.0327, 0.0409)).isEqualTo(0.0625);
  }

  @Test
  void smallOnesOfTheOtherSignCountLittle() {
    assertThat(SignFlip.p(0.3, -0.1, 0.25, 0.4, -0.05, 0.2, 0.35)).isEqualTo(0.0625);
  }

  @Test
  void signsOfAllDoNotMatter() {
    assertThat(SignFlip.p(-3, 1, -2)).isEqualTo(SignFlip.p(3, -1, 2));
  }

  @Test
  void noDifferenceIsNoEvidence() {
    assertThat(SignFlip.p(0, 0, 0)).isEqualTo(1);
    assertThat(SignFlip.p(0.1)).isEqualTo(1);
  }

  @Test
  void refusesNoneAndTooMany() {
    assertThatIllegalArgumentException().isThrownBy(SignFlip::p);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignFlip.p(new double[SignFlip.MOST + 1]));
  }
}

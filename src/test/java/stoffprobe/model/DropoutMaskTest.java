package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.data.RandomStream;

/** Random bits, put together to the right share of dropped values. */
final class DropoutMaskTest {

  /** 0.375 is 0.011 in binary: from the last digit, r1, then r1 | r2, then (r1 | r2) & r3. */
  @Test
  void aWordIsPutTogetherDigitByDigit() {
    byte[] kept = new byte[8];

    DropoutMask.fill(of(0b00001111L, 0b00110011L, 0b01010101L), 0.375, kept);

    // (00001111 | 00110011) & 01010101 = 00010101, dropped; the lowest bit first
    assertThat(kept).containsExactly(0, 1, 0, 1, 0, 1, 1, 1);
  }

  @Test
  void sixtyFourValuesShareAWordAndTheNextBeginsAnother() {
    byte[] kept = new byte[66];

    DropoutMask.fill(of(-1L, 0b10L), 0.5, kept);

    assertThat(kept).containsOnly(0, 1);
    for (int i = 0; i < 64; i++) {
      assertThat(kept[i]).isZero();
    }
    assertThat(kept[64]).isOne();
    assertThat(kept[65]).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.25, 0.33, 0.5, 0.9})
  void theShareOfDroppedValuesIsTheRate(double rate) {
    byte[] kept = new byte[1_000_000];

    DropoutMask.fill(RandomStream.of(3, "dropout", 1), rate, kept);

    int dropped = 0;
    for (byte keep : kept) {
      dropped += 1 - keep;
    }
    // five standard deviations of a binomial count
    double deviation = 5 * Math.sqrt(kept.length * rate * (1 - rate));
    assertThat((double) dropped).isBetween(1e6 * rate - deviation, 1e6 * rate + deviation);
  }

  @Test
  void aRateOfZeroDropsNothing() {
    byte[] kept = new byte[100];

    DropoutMask.fill(RandomStream.of(3, "dropout", 1), 0, kept);

    assertThat(kept).containsOnly(1);
  }

  private static RandomGenerator of(Long... words) {
    Iterator<Long> next = List.of(words).iterator();
    return next::next;
  }
}

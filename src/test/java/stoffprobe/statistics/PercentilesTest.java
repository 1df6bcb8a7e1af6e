package stoffprobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PercentilesTest {

  @Test
  void ofTheNumbersOneToAHundredTheyAreTheirOwnRanks() {
    double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();

    assertThat(Percentiles.of(values)).isEqualTo(new Percentiles(50, 95, 99));
  }

  @Test
  void theRankIsRoundedUpToAValueThatOccurred() {
    // 5 values: ranks 2.5, 4.75 and 4.95
    assertThat(Percentiles.of(new double[] {10, 20, 30, 40, 50}))
        .isEqualTo(new Percentiles(30, 50, 50));
    assertThat(Percentiles.of(new double[] {7})).isEqualTo(new Percentiles(7, 7, 7));
  }

  @Test
  void twentyCallsOfWhichOneIsSlowShowItAtTheNinetyNinthOnly() {
    double[] calls = new double[20];
    calls[3] = 5;

    assertThat(Percentiles.of(calls)).isEqualTo(new Percentiles(0, 0, 5));
  }

  @Test
  void nothingHasNoPercentile() {
    assertThatIllegalArgumentException().isThrownBy(() -> Percentiles.of(new double[0]));
  }
}

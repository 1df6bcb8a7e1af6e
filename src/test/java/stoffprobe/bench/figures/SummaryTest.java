package stoffprobe.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {

  @Test
  void theMedianOfAnOddCountIsTheMiddleOne() {
    Summary summary = Summary.of(List.of(9.0, 1.0, 2.0));

    assertThat(summary.median()).isEqualTo(2);
    assertThat(summary.min()).isEqualTo(1);
    assertThat(summary.max()).isEqualTo(9);
    assertThat(summary.values()).containsExactly(9.0, 1.0, 2.0);
  }

  @Test
  void theMedianOfAnEvenCountLiesBetweenTheMiddleTwo() {
    assertThat(Summary.of(List.of(4.0, 1.0, 3.0, 100.0)).median()).isEqualTo(3.5);
  }

  @Test
  void nothingAndWhatIsNoNumberHaveNoMedian() {
    assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Summary.of(List.of(1.0, Double.NaN)));
  }
}

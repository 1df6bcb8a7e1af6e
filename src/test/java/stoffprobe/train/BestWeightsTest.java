package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Which epoch early stopping goes back to. */
final class BestWeightsTest {

  @Test
  void itIsTheOneWithTheLowestLossHoweverLittleLower() {
    assertThat(BestWeights.epoch(history(2.3, 0.9, 0.5, 0.499, 0.6))).isEqualTo(3);
    assertThat(BestWeights.epoch(history(2.3, 0.9, 0.5, 0.501, 0.6))).isEqualTo(2);
  }

  @Test
  void ofEqualsItIsTheFirst() {
    assertThat(BestWeights.epoch(history(2.3, 0.5, 0.5))).isEqualTo(1);
    assertThat(BestWeights.isLast(history(2.3, 0.5, 0.5))).isFalse();
  }

  @Test
  void theUntrainedModelIsNone() {
    assertThat(BestWeights.epoch(history(0.1))).isZero();
    assertThat(BestWeights.epoch(history(0.1, 0.9))).isEqualTo(1);
  }

  /** Of the untrained model first; what is watched is held out. */
  private static List<Epoch> history(double... losses) {
    List<Epoch> history = new ArrayList<>();
    for (double loss : losses) {
      Scores scores = new Scores(loss, 0, 0, 0, 0);
      history.add(
          new Epoch(
              history.size(),
              OptionalDouble.of(1),
              Optional.empty(),
              Optional.of(scores),
              0,
              0,
              List.of()));
    }
    return history;
  }
}

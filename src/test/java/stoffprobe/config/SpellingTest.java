package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KEYS = List.of("epochs", "batch", "learning-rate", "seed");

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "seed, seed, 0",
    "sead, seed, 1",
    "sed, seed, 1",
    "seeed, seed, 1",
    "sede, seed, 1",
    "kitten, sitting, 3",
    "'', seed, 4"
  })
  void distanceCountsSlipsOfTheHand(String a, String b, int slips) {
    assertThat(Spelling.distance(a, b)).isEqualTo(slips);
    assertThat(Spelling.distance(b, a)).isEqualTo(slips);
  }

  @ParameterizedTest
  @CsvSource({
    "epoch, epochs",
    "EPOCHS, epochs",
    "learning_rate, learning-rate",
    "learningRate, learning-rate",
    "bacth, batch"
  })
  void theNearestKeyIsGuessed(String typed, String meant) {
    assertThat(Spelling.closest(typed, KEYS)).contains(meant);
  }

  @Test
  void aWordUnlikeAllKeysGetsNoGuess() {
    assertThat(Spelling.closest("momentum", KEYS)).isEmpty();
    assertThat(Spelling.closest("", KEYS)).isEmpty();
    assertThat(Spelling.hint("x".repeat(100_000), KEYS)).isEmpty();
  }
}

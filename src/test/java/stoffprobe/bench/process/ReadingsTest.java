package stoffprobe.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadingsTest {

  private static final Readings READINGS =
      Readings.parse(
          List.of(
              "a library's warning: level=3 of 5",
              "",
              "djl=0.35.0 pytorch=2.7.1",
              "epoch=1 train_seconds=2.5",
              "epoch=2 train_seconds=1.25"));

  @Test
  void aKeyOfManyLinesGivesItsNumbersInOrder() {
    assertThat(READINGS.numbers("train_seconds")).containsExactly(2.5, 1.25);
    assertThat(READINGS.number("epoch")).isEqualTo(1);
    assertThat(READINGS.text("pytorch")).isEqualTo("2.7.1");
  }

  @Test
  void aLineWithOtherWordsIsNoReading() {
    assertThat(READINGS.text("level")).isEqualTo("unknown");
  }

  @Test
  void aMissingNumberIsAnErrorAndNotAZero() {
    assertThatIllegalStateException()
        .isThrownBy(() -> READINGS.number("p50_ms"))
        .withMessageContaining("p50_ms");
  }
}

package stoffprobe.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static stoffprobe.nightly.Trials.START;
import static stoffprobe.nightly.Trials.trial;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stoffprobe.nightly.PastNight.StageCost;

final class CostsTest {

  private static final double[] USUAL = {10, 10.2, 9.9, 10.1, 10.05, 9.8};

  @Test
  void fourNightsTellNothing() {
    assertThat(Costs.of(trial(), nights(10, 10, 10, 10))).isEmpty();
    assertThat(Costs.of(trial(), nights(10, 10, 10, 10, 10))).isNotEmpty();
  }

  @Test
  void aStageThatTookMuchLongerThanItUsesToIsUnusual() {
    Trial slow = Trials.with(trial(), "train-mlp", s -> Trials.cost(s, 13, 1L << 30));

    assertThat(Costs.of(slow, nights(USUAL)).stream().filter(Cost::unusual))
        .singleElement()
        .satisfies(
            cost -> {
              assertThat(cost.stage()).isEqualTo("train-mlp");
              assertThat(cost.measure()).isEqualTo(Cost.Measure.SECONDS);
              assertThat(cost.median()).isEqualTo(10.025);
              assertThat(cost.nights()).isEqualTo(6);
            });
  }

  @Test
  void soIsOneThatTookMoreMemory() {
    Trial large = Trials.with(trial(), "train-mlp", s -> Trials.cost(s, 10, 3L << 30));

    assertThat(Costs.of(large, nights(USUAL)).stream().filter(Cost::unusual))
        .singleElement()
        .extracting(Cost::measure)
        .isEqualTo(Cost.Measure.PEAK_MEMORY_BYTES);
  }

  @Test
  void halfASecondMoreIsNever() {
    Trial slower = Trials.with(trial(), "train-mlp", s -> Trials.cost(s, 0.5, 1L << 30));

    assertThat(Costs.of(slower, nights(0.1, 0.1, 0.1, 0.1, 0.1)))
        .filteredOn(cost -> cost.stage().equals("train-mlp"))
        .noneMatch(Cost::unusual);
  }

  @Test
  void nightsThatFailedDoNotCount() {
    List<PastNight> nights =
        Stream.concat(
                nights(10, 10, 10, 10).stream(),
                Stream.of(new PastNight(START, 1, Judge.failed("no disk"), List.of(), Map.of())))
            .toList();

    assertThat(Costs.of(trial(), nights)).isEmpty();
  }

  private static List<PastNight> nights(double... seconds) {
    return IntStream.range(0, seconds.length)
        .mapToObj(
            i ->
                new PastNight(
                    START.plusSeconds(86_400L * i),
                    100,
                    Judge.withoutBaseline(),
                    List.of(new StageCost("train-mlp", seconds[i], 1L << 30)),
                    Map.of()))
        .toList();
  }
}

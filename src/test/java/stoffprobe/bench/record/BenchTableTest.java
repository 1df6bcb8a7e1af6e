package stoffprobe.bench.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stoffprobe.engine.Host;

final class BenchTableTest {

  @Test
  void theVerdictStandsAboveTheTableAndPointsAreNoCommas() {
    // The tests run with decimal commas.
    assertThat(Locale.getDefault()).isEqualTo(Locale.GERMANY);

    assertThat(BenchTable.render(RecordFixture.bench(false)))
        .isEqualTo(
            """
            The machine was quiet: other programs and virtual machines never took more than 0.3 % of its cores.

            | median (min to max) | Stoffprobe | peer | ratio |
            | --- | --- | --- | --- |
            | MLP: training, an epoch, s | 0.450 (0.400 to 0.500) | 1.35 (1.20 to 1.50) | **3.00** (3.00 to 3.00) |
            | MLP: throughput, images/s | 123457 |  |  |
            | MLP: share of the limit, 60.4 GFLOP at 201 GFLOP/s = 0.300 s | 67 % | 22 % |  |

            Abacus, 2 cores (avx2), 24 GiB; Debian; JDK 17; tensorflow 2.18.0; commit 0123abc; 3 repetitions, 2026-03-04 05:06 UTC, 602 s.

            Something was not measured.
            """);
  }

  @Test
  void theNotebookHasItsColumnsWhereItWasMeasured() {
    assertThat(BenchTable.render(RecordFixture.bench(true)).lines().toList())
        .contains(
            "| median (min to max) | Stoffprobe | peer | ratio | notebook | ratio |",
            "| MLP: throughput, images/s | 123457 |  |  |  |  |")
        .anyMatch(line -> line.endsWith("| 5.40 | **12.0** |"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.12345, 0.123",
    "1.5, 1.50",
    "17.849, 17.8",
    "999.4, 999",
    "1499.72, 1500",
    "472001.2, 472001"
  })
  void threeDigitsAreShownAndNoExponent(double value, String shown) {
    assertThat(BenchTable.digits(value)).isEqualTo(shown);
  }

  @Test
  void theMachineShowsWhatMattersForProducts() {
    Machine machine =
        Machine.of(
            new Host("17", "Debian", "Linux", "Abacus", 2),
            "model name\t: Abacus\nflags\t\t: fpu avx2 nx avx512f\n\nflags\t\t: fpu\n",
            "MemTotal:       25165824 kB\nMemFree: 1 kB\n");

    assertThat(machine.flags()).isEqualTo(List.of("avx2", "avx512f"));
    assertThat(machine.memoryGibibytes()).isEqualTo(24);
  }
}

package stoffprobe.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards the silent failure: a ratio taken on a busy machine that looks like any other. */
final class LoadTest {

  private static final String BEFORE =
      "cpu  1000 10 500 8000 200 5 15 30 0 0\ncpu0 500 5 250 4000 100 3 7 15 0 0\n";

  /** 200 ticks busy, 180 idle, 20 stolen. */
  private static final String AFTER =
      "cpu  1150 10 540 8170 210 10 20 50 0 0\ncpu0 500 5 250 4000 100 3 7 15 0 0\n";

  @Test
  void theTimesAreThoseOfAllCores() {
    assertThat(CpuTimes.parse(BEFORE)).contains(new CpuTimes(1530, 8200, 30));
    assertThat(CpuTimes.parse("")).isEmpty();
    assertThat(CpuTimes.parse("cpu  1 2 3\n")).isEmpty();
  }

  @Test
  void whatTheMeasuredProgramDidNotDoIsForeign() {
    Load load = Load.of("training", meanwhile(), 150);

    assertThat(load.foreignPercent()).isEqualTo(12.5, within(1e-9));
    assertThat(load.stolenPercent()).isEqualTo(5, within(1e-9));
    assertThat(load.quiet()).isFalse();
  }

  @Test
  void aProgramThatHasTheMachineToItselfMakesItNotBusy() {
    Load load = Load.of("training", new CpuTimes(400, 0, 0), 396);

    assertThat(load.foreignPercent()).isEqualTo(1, within(1e-9));
    assertThat(load.quiet()).isTrue();
  }

  @Test
  void theClocksRoundingMakesNoNegativeLoad() {
    assertThat(Load.of("x", new CpuTimes(10, 90, 0), 12).foreignPercent()).isZero();
    assertThat(Load.of("x", new CpuTimes(0, 0, 0), 0).quiet()).isTrue();
  }

  @Test
  void oneBusyLookIsEnoughForTheFiguresNotToBeTrusted() {
    Verdict verdict =
        Verdict.of(List.of(new Load("training mlp", 0, 0), new Load("training cnn", 1, 7.25)));

    assertThat(verdict.trusted()).isFalse();
    assertThat(verdict.text())
        .contains("NOT TO BE TRUSTED", "1 of 2", "training cnn", "1.0 %", "7.3 %");
  }

  @Test
  void aQuietMachineIsSaidToHaveBeenQuiet() {
    Verdict verdict = Verdict.of(List.of(new Load("a", 1.5, 0), new Load("b", 0, 0.5)));

    assertThat(verdict.trusted()).isTrue();
    assertThat(verdict.text()).contains("quiet", "1.5 %");
  }

  @Test
  void withoutALookNothingIsTrusted() {
    assertThat(Verdict.of(List.of()).trusted()).isFalse();
  }

  private static CpuTimes meanwhile() {
    return CpuTimes.parse(AFTER).orElseThrow().since(CpuTimes.parse(BEFORE).orElseThrow());
  }
}

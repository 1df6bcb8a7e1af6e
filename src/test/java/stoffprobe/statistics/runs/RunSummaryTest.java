package stoffprobe.statistics.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Expected values by NumPy and SciPy: {@code std(ddof=1)}, {@code t.interval}, {@code ttest_1samp}.
 */
final class RunSummaryTest {

  private static final double[] ACCURACIES = {0.8774, 0.8862, 0.8850, 0.8894, 0.8801};
  private static final double[] OTHER = {0.9203, 0.9199, 0.9238, 0.9221, 0.9210};

  @Test
  void tellsMeanDeviationAndEnds() {
    RunSummary summary = RunSummary.of(ACCURACIES);
    assertThat(summary.runs()).isEqualTo(5);
    assertThat(summary.mean()).isCloseTo(0.88362, within(1e-15));
    assertThat(summary.deviation()).isCloseTo(0.004823069562011318, within(1e-15));
    assertThat(summary.min()).isEqualTo(0.8774);
    assertThat(summary.max()).isEqualTo(0.8894);
    assertThat(summary.reach()).isCloseTo(0.018937716669898595, within(1e-12));
  }

  @Test
  void testsPairedDifferencesAsStudentDoes() {
    RunSummary summary = RunSummary.of(differences());
    assertThat(summary.mean()).isCloseTo(0.0378, within(1e-15));
    assertThat(summary.interval().orElseThrow().low())
        .isCloseTo(0.032266579036356824, within(1e-12));
    assertThat(summary.interval().orElseThrow().high())
        .isCloseTo(0.043333420963643246, within(1e-12));
    assertThat(summary.p().orElseThrow()).isCloseTo(4.551940069215159e-05, within(1e-12));
  }

  @Test
  void swappingTheModelsTurnsTheIntervalAndKeepsP() {
    RunSummary there = RunSummary.of(differences());
    RunSummary back = RunSummary.of(Arrays.stream(differences()).map(d -> -d).toArray());
    assertThat(back.mean()).isEqualTo(-there.mean());
    assertThat(back.interval().orElseThrow().low())
        .isEqualTo(-there.interval().orElseThrow().high());
    assertThat(back.p()).isEqualTo(there.p());
  }

  @Test
  void moreRunsOfTheSameSpreadNarrowTheInterval() {
    double[] twice = new double[2 * ACCURACIES.length];
    System.arraycopy(ACCURACIES, 0, twice, 0, ACCURACIES.length);
    System.arraycopy(ACCURACIES, 0, twice, ACCURACIES.length, ACCURACIES.length);
    assertThat(width(RunSummary.of(twice))).isLessThan(width(RunSummary.of(ACCURACIES)));
  }

  @Test
  void oneRunTellsOfNoSpread() {
    RunSummary one = RunSummary.of(0.9);
    assertThat(one.mean()).isEqualTo(0.9);
    assertThat(one.deviation()).isNaN();
    assertThat(one.reach()).isNaN();
    assertThat(one.interval()).isEmpty();
    assertThat(one.p()).isEmpty();
  }

  @Test
  void equalValuesLeaveNothingToChance() {
    assertThat(RunSummary.of(0, 0, 0).p()).hasValue(1.0);
    assertThat(RunSummary.of(0.5, 0.5).p()).hasValue(0.0);
    assertThat(width(RunSummary.of(0.5, 0.5))).isZero();
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatIllegalArgumentException().isThrownBy(RunSummary::of);
    assertThatIllegalArgumentException().isThrownBy(() -> RunSummary.of(1, Double.NaN));
  }

  private static double[] differences() {
    double[] differences = new double[ACCURACIES.length];
    Arrays.setAll(differences, i -> OTHER[i] - ACCURACIES[i]);
    return differences;
  }

  private static double width(RunSummary summary) {
    return summary.interval().orElseThrow().high() - summary.interval().orElseThrow().low();
  }
}

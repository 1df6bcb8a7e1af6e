package stoffprobe.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static stoffprobe.nightly.Trials.answers;
import static stoffprobe.nightly.Trials.baseline;
import static stoffprobe.nightly.Trials.calibration;
import static stoffprobe.nightly.Trials.trial;

import java.util.Map;
import org.junit.jupiter.api.Test;
import stoffprobe.nightly.Verdict.Kind;

/** The line and the class of a night, for whatever may have happened. */
final class VerdictTest {

  private static final Repetition SAME = new Repetition("mlp", "w", "w");
  private static final String OTHER = "d".repeat(64);

  @Test
  void equalBitsAreReproduced() {
    Verdict verdict = verdict(baseline(null), trial(), SAME);

    assertThat(verdict.kind()).isEqualTo(Kind.REPRODUCED);
    assertThat(verdict.line()).isEqualTo("reproduced bit for bit");
    assertThat(verdict.kind().exitCode()).isZero();
  }

  @Test
  void aChangedSeedIsNotComparableFromTheFirstStageThatUsesIt() {
    Trial other = trial();
    for (String stage : new String[] {"explore", "train-mlp", "evaluate"}) {
      other =
          Trials.with(
              other,
              stage,
              s ->
                  Trials.parameters(
                      s,
                      stage.equals("train-mlp")
                          ? Map.of("seed", 43, "training.learning-rate", 0.001)
                          : stage.equals("explore")
                              ? Map.of("seed", 43, "explore.samples", 15)
                              : Map.of("seed", 43)));
    }

    Verdict verdict = verdict(baseline(null), other, SAME);

    assertThat(verdict.kind()).isEqualTo(Kind.NOT_COMPARABLE);
    assertThat(verdict.line())
        .isEqualTo("not comparable: parameters changed: seed: 42 -> 43; first in explore");
    assertThat(verdict.kind().exitCode()).isEqualTo(12);
  }

  @Test
  void aChangedLearningRateConcernsTheTraining() {
    Trial other =
        Trials.with(
            trial(),
            "train-mlp",
            s -> Trials.parameters(s, Map.of("seed", 42, "training.learning-rate", 0.01)));

    assertThat(verdict(baseline(null), other, SAME).line())
        .isEqualTo(
            "not comparable: parameters changed: training.learning-rate: 0.001 -> 0.01; first in"
                + " train-mlp");
  }

  @Test
  void aHashOfTheDataSetCountsAsData() {
    Trial other =
        Trials.with(
            trial(),
            "ingest",
            s ->
                Trials.sources(
                    Trials.parameters(s, Map.of("dataset.files.train-images.sha256", OTHER)),
                    Map.of("train-images-idx3-ubyte", OTHER)));

    assertThat(verdict(baseline(null), other, SAME).line())
        .isEqualTo(
            "not comparable: data changed: dataset.files.train-images.sha256: aaaaaaaaaaaa ->"
                + " dddddddddddd, train-images-idx3-ubyte: aaaaaaaaaaaa -> dddddddddddd; first in"
                + " ingest");
  }

  @Test
  void equalBitsUnderOtherThreadsAreReproducedAndTheChangeIsNamed() {
    Trial other =
        Trials.with(
            trial(), "train-mlp", s -> Trials.environment(s, Map.of("jdk", "17", "threads", "1")));

    Verdict verdict = verdict(baseline(null), other, SAME);

    assertThat(verdict.kind()).isEqualTo(Kind.REPRODUCED);
    assertThat(verdict.line())
        .isEqualTo("reproduced bit for bit (environment changed: threads: 2 -> 1)");
  }

  @Test
  void otherBitsUnderOtherCodeAreNotComparable() {
    Trial code =
        Trials.with(trial(), "train-mlp", s -> Trials.code(s, Map.of("stoffprobe.data", OTHER)));

    assertThat(verdict(baseline(null), code, SAME).line())
        .isEqualTo(
            "reproduced bit for bit (code changed: stoffprobe.data: cccccccccccc -> dddddddddddd)");

    Verdict verdict = verdict(baseline(null), differing(code, 0.875, 0.36), SAME);

    assertThat(verdict.kind()).isEqualTo(Kind.NOT_COMPARABLE);
    assertThat(verdict.line())
        .isEqualTo(
            "not comparable: code changed: stoffprobe.data: cccccccccccc -> dddddddddddd; results"
                + " differ from train-mlp on");
  }

  @Test
  void otherFlagsOfTheProcessorAreNamedAndNotTheHundredThatStayed() {
    Trial other =
        Trials.withMachine(
            trial(),
            Map.of("version", "1.0", "processor-flags", "avx512 sse", "pipeline-file", "g"));

    assertThat(verdict(baseline(null), other, SAME).line())
        .isEqualTo("reproduced bit for bit (environment changed: processor-flags: avx2 -> avx512)");
  }

  @Test
  void otherBitsWithinTheToleranceAreNoise() {
    Trial other = differing(trial(), 0.880, 0.40);

    Verdict verdict = verdict(baseline(calibration(0.01, 0.05)), other, SAME);

    assertThat(verdict.kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
    assertThat(verdict.kind().exitCode()).isEqualTo(10);
    assertThat(verdict.line())
        .isEqualTo(
            "bits differ, metrics within tolerance: mlp log_loss 0.3600 -> 0.4000 (tolerance"
                + " 0.0500); first difference in train-mlp");
  }

  @Test
  void oneMetricBeyondItsToleranceIsADrift() {
    Trial other = differing(trial(), 0.860, 0.40);

    Verdict verdict = verdict(baseline(calibration(0.01, 0.05)), other, SAME);

    assertThat(verdict.kind()).isEqualTo(Kind.DRIFT);
    assertThat(verdict.kind().exitCode()).isEqualTo(11);
    assertThat(verdict.line())
        .isEqualTo(
            "drift: mlp accuracy 0.8750 -> 0.8600 (tolerance 0.0100); first difference in"
                + " train-mlp");
  }

  @Test
  void withoutAToleranceEveryDifferenceIsADriftAndThatIsSaid() {
    Verdict verdict = verdict(baseline(null), differing(trial(), 0.8751, 0.361), SAME);

    assertThat(verdict.kind()).isEqualTo(Kind.DRIFT);
    assertThat(verdict.line())
        .contains("no tolerance measured, see nightly --calibrate")
        .contains("and 1 more metrics");
  }

  @Test
  void otherBitsWithEqualMetricsNeedNoTolerance() {
    assertThat(verdict(baseline(null), differing(trial(), 0.875, 0.36), SAME).line())
        .isEqualTo(
            "bits differ, metrics within tolerance: all metrics equal; first difference in"
                + " train-mlp");
  }

  @Test
  void aMachineThatDoesNotRepeatItselfHasNotReproduced() {
    Verdict verdict = verdict(baseline(null), trial(), new Repetition("mlp", "w", "v"));

    assertThat(verdict.kind()).isEqualTo(Kind.WITHIN_TOLERANCE);
    assertThat(verdict.line()).contains("mlp trained twice tonight gave different weights");
  }

  @Test
  void aResultThatIsGoneIsADifference() {
    Trial other = Trials.with(trial(), "evaluate", s -> Trials.results(s, Map.of()));

    assertThat(verdict(baseline(null), other, SAME).line())
        .contains("first difference in evaluate");
  }

  @Test
  void aModelMoreOrLessIsAChangeOfParameters() {
    Trial less = trial();
    Trial without =
        new Trial(
            less.started(),
            less.seconds(),
            less.stages().stream().filter(s -> !s.stage().equals("train-mlp")).toList(),
            Map.of(),
            less.machine());

    assertThat(verdict(baseline(null), without, SAME).line())
        .isEqualTo(
            "not comparable: parameters changed: train-mlp: present -> absent; first in train-mlp");
  }

  @Test
  void aReasonOfSeveralLinesStillMakesOne() {
    assertThat(Judge.failed("no data.\n  Fetch it.\n").line())
        .isEqualTo("failed: no data. Fetch it.");
  }

  private static Trial differing(Trial trial, double accuracy, double loss) {
    Trial other =
        Trials.with(trial, "train-mlp", s -> Trials.results(s, Map.of("result", "other bits")));
    return Trials.withModel(other, Trials.model("v", accuracy, loss));
  }

  private static Verdict verdict(Baseline baseline, Trial tonight, Repetition repetition) {
    return Judge.of(Comparer.compare(baseline, tonight, answers(0, 1, 2, 2)), repetition);
  }
}

package stoffprobe.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static stoffprobe.nightly.Trials.answers;
import static stoffprobe.nightly.Trials.baseline;
import static stoffprobe.nightly.Trials.trial;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComparerTest {

  @Test
  void flippedPredictionsAreNamedAndTheirDifferenceIsTested() {
    ModelMatch match = model(answers(1, 0, 2, 3));

    assertThat(match.flips())
        .containsExactly(new Flip(0, 0, 0, 1), new Flip(1, 1, 1, 0), new Flip(3, 3, 2, 3));
    assertThat(match.onlyBaselineCorrect()).isEqualTo(2);
    assertThat(match.onlyTonightCorrect()).isEqualTo(1);
    assertThat(match.mcnemarP()).as("two against one may be chance").isEqualTo(1);
  }

  @Test
  void aFlipBetweenTwoWrongClassesCountsForNeither() {
    ModelMatch match = model(answers(0, 1, 2, 0));

    assertThat(match.flips()).containsExactly(new Flip(3, 3, 2, 0));
    assertThat(match.onlyBaselineCorrect() + match.onlyTonightCorrect()).isZero();
  }

  @Test
  void predictionsOfOtherImagesAreNotLaidSideBySide() {
    Answers others = new Answers(List.of(3, 2, 1, 0), Map.of("mlp", List.of(3, 2, 1, 0)));

    assertThat(model(others).flips()).isEmpty();
  }

  @Test
  void everyMetricIsComparedWithItsOwnTolerance() {
    Comparison comparison =
        Comparer.compare(
            baseline(Trials.calibration(0.01, 0.05)),
            Trials.withModel(trial(), Trials.model("v", 0.88, 0.42)),
            answers(0, 1, 2, 2));

    assertThat(comparison.models().get(0).metrics())
        .extracting(MetricMatch::metric, MetricMatch::tolerance, MetricMatch::within)
        .containsExactly(tuple("accuracy", 0.01, true), tuple("log_loss", 0.05, false));
  }

  private static ModelMatch model(Answers answers) {
    return Comparer.compare(baseline(null), trial(), answers).models().get(0);
  }
}

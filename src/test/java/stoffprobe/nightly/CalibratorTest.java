package stoffprobe.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stoffprobe.nightly.Trials.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.statistics.SeedSpread;

final class CalibratorTest {

  @TempDir Path folder;

  private final List<Long> run = new ArrayList<>();

  @Test
  void theToleranceIsThatOfTheSpreadOverSeedsForAllMetricsTogether() throws Exception {
    Calibration calibration = calibrator().measure(List.of(43L, 44L, 45L), this::seed);

    SeedSpread accuracy = SeedSpread.of(0.843, 0.844, 0.845);
    assertThat(calibration.seeds()).containsExactly(43L, 44L, 45L);
    assertThat(calibration.deviations().get("mlp")).containsEntry("accuracy", accuracy.deviation());
    assertThat(calibration.tolerances().get("mlp"))
        .containsEntry("accuracy", accuracy.tolerance(2))
        .containsKey("log_loss");
  }

  @Test
  void whatWasMeasuredIsNotMeasuredAgainAfterAKill() throws Exception {
    assertThatThrownBy(
            () ->
                calibrator()
                    .measure(
                        List.of(43L, 44L, 45L),
                        seed -> {
                          if (seed == 45) {
                            throw new IllegalStateException("killed");
                          }
                          return seed(seed);
                        }))
        .hasMessage("killed");
    Files.writeString(file(), "{\"recipe\":\"", StandardOpenOption.APPEND);

    Calibration calibration = calibrator().measure(List.of(43L, 44L, 45L), this::seed);

    assertThat(run).containsExactly(43L, 44L, 45L);
    assertThat(calibration.seeds()).hasSize(3);
  }

  @Test
  void measurementsForOtherSettingsAreNotUsed() throws Exception {
    calibrator().measure(List.of(43L, 44L), this::seed);
    run.clear();

    assertThatThrownBy(
            () -> new Calibrator(file(), "another recipe").measure(List.of(43L, 44L), this::seed))
        .hasMessageContaining("--accept-baseline");
    assertThat(run).containsExactly(43L);
  }

  @Test
  void theSeedIsNoPartOfTheRecipe() {
    Trial other =
        Trials.with(
            trial(),
            "train-mlp",
            s -> Trials.parameters(s, Map.of("seed", 43, "training.learning-rate", 0.001)));
    Trial slower =
        Trials.with(
            trial(),
            "train-mlp",
            s -> Trials.parameters(s, Map.of("seed", 42, "training.learning-rate", 0.002)));

    assertThat(Recipe.of(other)).isEqualTo(Recipe.of(trial()));
    assertThat(Recipe.of(slower)).isNotEqualTo(Recipe.of(trial()));
  }

  private Trial seed(long seed) {
    run.add(seed);
    return Trials.withModel(trial(), Trials.model("w" + seed, 0.8 + seed / 1000.0, 0.3));
  }

  private Calibrator calibrator() {
    return new Calibrator(file(), Recipe.of(trial()));
  }

  private Path file() {
    return folder.resolve("calibration.jsonl");
  }
}

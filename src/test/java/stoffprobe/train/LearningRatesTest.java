package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import stoffprobe.config.Augmentation;
import stoffprobe.config.MoreTraining;
import stoffprobe.config.Schedule;
import stoffprobe.config.TrainingSettings;

/** Schedules against values worked out by hand; 4 epochs of 10 steps from a rate of 0.1. */
final class LearningRatesTest {

  @Test
  void withoutAScheduleTheRateIsTheSettingToTheBit() {
    LearningRates rates = rates(new Schedule.Constant(), 0);

    assertThat(rates.applyAsDouble(1)).isEqualTo(0.1);
    assertThat(rates.applyAsDouble(40)).isEqualTo(0.1);
  }

  @Test
  void stepsFallAfterWholeEpochs() {
    LearningRates rates = rates(new Schedule.Step(2, 0.5), 0);

    assertThat(rates.applyAsDouble(20)).isEqualTo(0.1);
    assertThat(rates.applyAsDouble(21)).isEqualTo(0.05);
    assertThat(rates.atEndOf(4)).isEqualTo(0.05);
  }

  @Test
  void aCosineIsWholeAtFirstHalfInTheMiddleAndAtItsEndAfterTheLastStep() {
    LearningRates rates = rates(new Schedule.Cosine(0), 0);

    assertThat(rates.applyAsDouble(1)).isEqualTo(0.1);
    assertThat(rates.applyAsDouble(21)).isCloseTo(0.05, within(1e-15));
    // cos(pi / 4) = sqrt(1/2)
    assertThat(rates.applyAsDouble(11)).isCloseTo(0.05 * (1 + Math.sqrt(0.5)), within(1e-15));
    assertThat(rates.applyAsDouble(41)).isZero();
    assertThat(rates(new Schedule.Cosine(0.2), 0).applyAsDouble(41)).isCloseTo(0.02, within(1e-15));
  }

  @Test
  void warmUpGrowsEvenlyAndTheCosineBeginsAfterIt() {
    LearningRates rates = rates(new Schedule.Cosine(0), 2);

    assertThat(rates.applyAsDouble(1)).isCloseTo(0.1 / 20, within(1e-15));
    assertThat(rates.applyAsDouble(10)).isCloseTo(0.05, within(1e-15));
    assertThat(rates.applyAsDouble(20)).isEqualTo(0.1);
    assertThat(rates.applyAsDouble(31)).isCloseTo(0.05, within(1e-15));
  }

  @Test
  void halfABatchIsAStepToo() {
    assertThat(LearningRates.of(settings(new Schedule.Constant(), 0), 65).stepsAnEpoch())
        .isEqualTo(9);
  }

  private static LearningRates rates(Schedule schedule, double warmUp) {
    return new LearningRates(settings(schedule, warmUp), 10);
  }

  private static TrainingSettings settings(Schedule schedule, double warmUp) {
    MoreTraining more =
        new MoreTraining(
            0, OptionalDouble.empty(), schedule, warmUp, Optional.empty(), Augmentation.NONE);
    return new TrainingSettings(
        4, 8, TrainingSettings.Optimizer.SGD, 0.1, TrainingSettings.Device.CPU, 1, 1, more);
  }
}

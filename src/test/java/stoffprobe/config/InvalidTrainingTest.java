package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with layers inside others and with the finer settings of a training. */
final class InvalidTrainingTest {

  @TempDir private Path folder;

  @Test
  void earlyStoppingOnTheTestSetIsRefusedWithTheReason() throws IOException {
    assertThat(
            Sample.problems(folder, Sample.MINIMAL + "training: {early-stopping: {patience: 2}}"))
        .singleElement()
        .asString()
        .contains(
            "training.early-stopping", "preprocess.validation above 0", "too good to be true");
  }

  @Test
  void momentumBelongsToSgd() throws IOException {
    assertThat(Sample.problems(folder, Sample.MINIMAL + "training: {momentum: 0.9}"))
        .singleElement()
        .asString()
        .contains("training.momentum", "optimizer: sgd");
  }

  @Test
  void aScheduleThatIsNoneAndAWrongSettingOfOneAreNamed() throws IOException {
    assertThat(Sample.problems(folder, Sample.MINIMAL + "training: {schedule: linear}"))
        .singleElement()
        .asString()
        .contains("training.schedule", "linear", "constant, {step:");
    assertThat(Sample.problems(folder, Sample.MINIMAL + "training: {schedule: {step: {evry: 2}}}"))
        .anyMatch(line -> line.contains("training.schedule.step.every: found nothing"))
        .anyMatch(line -> line.contains("evry") && line.contains("every"));
  }

  @Test
  void aLayerInsideABlockIsNamedWithTheShapeThatItGetsAndTheOneItNeeds() throws IOException {
    String model =
        Sample.with(
            "      - flatten\n",
            """
                  - residual:
                      - relu
                      - dense: 4
                  - flatten
            """);
    assertThat(Sample.problems(folder, model))
        .singleElement()
        .asString()
        .contains(
            "models.mlp.layers[0].layers[1]",
            "the shape [28, 28, 1] before dense",
            "a vector: put flatten before it");
  }

  @Test
  void aBlockWhoseWaysEndInTwoShapesNamesBoth() throws IOException {
    String model =
        Sample.with(
            "      - flatten\n",
            "      - residual: [{conv2d: {filters: 4, stride: 2}}]\n      - flatten\n");
    assertThat(Sample.problems(folder, model))
        .singleElement()
        .asString()
        .contains("models.mlp.layers[0]", "[14, 14, 4] and [28, 28, 1]");
  }

  @Test
  void settingsOfALayerThatHasNoneAndUnknownOnesAreRefused() throws IOException {
    assertThat(Sample.problems(folder, Sample.with("      - flatten\n", "      - elu: 2\n")))
        .anyMatch(line -> line.contains("elu alone: it has no settings"));
    assertThat(
            Sample.problems(
                folder, Sample.with("      - flatten\n", "      - batch-norm: {epsilon: 1}\n")))
        .anyMatch(line -> line.contains("layers[0].epsilon: found an unknown key"));
  }
}

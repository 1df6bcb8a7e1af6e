package stoffprobe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

  @TempDir private Path folder;

  @Test
  void aTrainingOfWhichNoEpochCountsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(3, 2, 2))
        .withMessage("mlp: 2 epochs, but the first 2 don't count");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(3, 3, 1))
        .withMessage("cnn: 1 epochs, but the first 1 don't count");
    assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 3, 2));
  }

  @Test
  void theRecordTellsHowOftenAndWhatDidNotCount() {
    assertThat(settings(3, 8, 2).json())
        .containsEntry("repetitions", 3)
        .containsEntry("mlp_epochs", 8)
        .containsEntry("mlp_epochs_left_out", 2)
        .containsEntry("cnn_epochs_left_out", 1)
        .containsEntry("parts", List.of("run", "training"));
  }

  @Test
  void theUntrainedModelIsNoEpoch() throws Exception {
    Path history = folder.resolve("history.csv");
    Files.writeString(
        history,
        """
        epoch,train_loss,train_seconds,test_seconds
        0,,0.0,0.3
        1,0.5,8.25,0.5
        2,0.4,7.5,0.25
        """);

    List<MeasuredEpoch> epochs = MeasuredEpoch.read(history);

    assertThat(epochs).containsExactly(new MeasuredEpoch(8.25, 0.5), new MeasuredEpoch(7.5, 0.25));
    assertThat(epochs.get(1).seconds()).isEqualTo(7.75);
  }

  private static Settings settings(int repetitions, int mlp, int cnn) {
    return new Settings(
        repetitions, Map.of("mlp", mlp, "cnn", cnn), 2, Set.of(PartName.TRAINING, PartName.RUN));
  }
}

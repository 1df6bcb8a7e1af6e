package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.Augmentation;
import stoffprobe.config.EarlyStopping;
import stoffprobe.config.Layer;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.MoreTraining;
import stoffprobe.config.Schedule;
import stoffprobe.config.TrainingSettings;
import stoffprobe.config.TrainingSettings.Optimizer;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.engine.Checkpoint;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;
import stoffprobe.model.TestImages;

/**
 * Early stopping, schedules and augmentation in the whole stage, on labels that are pure chance.
 */
final class MoreTrainingTest {

  private static final int PATIENCE = 2;
  private static final MoreTraining ALL =
      new MoreTraining(
          0.9,
          OptionalDouble.of(0.001),
          new Schedule.Step(3, 0.9),
          0.5,
          Optional.of(new EarlyStopping(PATIENCE)),
          new Augmentation(1, true));

  @TempDir private Path folder;

  @BeforeEach
  void writeArrays() throws Exception {
    Files.createDirectories(folder.resolve("3-preprocess"));
    write("train", TestImages.noise(1, 60, 6, 3));
    write("validation", TestImages.noise(2, 30, 6, 3));
    write("test", TestImages.noise(3, 30, 6, 3));
    Files.writeString(
        folder.resolve("3-preprocess/normalization.json"),
        "{\"scale\": 255, \"mean\": 0.5, \"std\": 0.5}");
  }

  @Test
  void trainingStopsAndKeepsTheWeightsOfTheEpochWithTheLowestLoss() throws Exception {
    Path out = run(40, ALL, "stopped", Checkpoint.NONE);

    List<Double> losses =
        Files.readAllLines(out.resolve("history.csv")).stream()
            .skip(2)
            .map(row -> Double.valueOf(row.split(",", -1)[9]))
            .toList();
    int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow()) + 1;
    assertThat(losses).hasSizeLessThan(40).hasSize(best + PATIENCE);
    JsonNode training = training(out);
    assertThat(training.get("epochs").asInt()).isEqualTo(best + PATIENCE);
    assertThat(training.get("best_epoch").asInt()).isEqualTo(best);
    // What a training of so many epochs ends with, as neither schedule nor order look ahead.
    assertThat(training.get("weights_sha256"))
        .isEqualTo(training(run(best, ALL, "short", Checkpoint.NONE)).get("weights_sha256"));
  }

  @Test
  void anInterruptedOneGoesBackToTheSameWeights() throws Exception {
    String undisturbed =
        training(run(40, ALL, "undisturbed", Checkpoint.NONE)).get("weights_sha256").asText();
    int epochs = training(folder.resolve("undisturbed")).get("epochs").asInt();
    // The best epoch is over: its weights are known from the checkpoint alone.
    for (int saves : new int[] {1, epochs - 1, epochs}) {
      AtomicReference<byte[]> last = new AtomicReference<>();
      Checkpoint memory = memory(last, saves);
      assertThatThrownBy(() -> run(40, ALL, "first" + saves, memory)).hasMessage("killed");

      Path second = run(40, ALL, "second" + saves, memory(last, Integer.MAX_VALUE));

      assertThat(training(second).get("weights_sha256").asText()).isEqualTo(undisturbed);
      assertThat(training(second).get("epochs").asInt()).isEqualTo(epochs);
    }
  }

  @Test
  void eachSettingCountsAndIsRecordedUnlessItChangesNothing() throws Exception {
    assertThat(stage(3, ALL).parameters())
        .containsEntry("training.optimizer", "sgd")
        .containsEntry("training.momentum", 0.9)
        .containsEntry("training.weight-decay", 0.001)
        .containsEntry("training.schedule", "step, every 3, factor 0.9")
        .containsEntry("training.warm-up", 0.5)
        .containsEntry("training.early-stopping.patience", 2)
        .containsEntry("training.augmentation.shift", 1)
        .containsEntry("training.augmentation.flip", true);
    assertThat(stage(3, MoreTraining.NONE).parameters().keySet())
        .containsExactly(
            "seed",
            "dataset.classes",
            "training.epochs",
            "training.batch",
            "training.optimizer",
            "training.learning-rate",
            "training.momentum",
            "models.tiny.layers");
    String plain = hash(MoreTraining.NONE, "plain");
    for (MoreTraining one :
        List.of(
            with(0.5, new Schedule.Constant(), 0, Augmentation.NONE),
            with(0.9, new Schedule.Cosine(0), 0, Augmentation.NONE),
            with(0.9, new Schedule.Constant(), 1, Augmentation.NONE),
            with(0.9, new Schedule.Constant(), 0, new Augmentation(1, false)),
            with(0.9, new Schedule.Constant(), 0, new Augmentation(0, true)))) {
      assertThat(hash(one, "other" + one.hashCode())).as(one.toString()).isNotEqualTo(plain);
    }
  }

  private static MoreTraining with(
      double momentum, Schedule schedule, double warmUp, Augmentation augmentation) {
    return new MoreTraining(
        momentum, OptionalDouble.empty(), schedule, warmUp, Optional.empty(), augmentation);
  }

  private String hash(MoreTraining more, String name) throws Exception {
    return training(run(2, more, name, Checkpoint.NONE)).get("weights_sha256").asText();
  }

  /** Keeps the last checkpoint and ends the training when it has kept so many. */
  private static Checkpoint memory(AtomicReference<byte[]> last, int most) {
    return new Checkpoint() {
      private int saves;

      @Override
      public Optional<byte[]> load() {
        return Optional.ofNullable(last.get());
      }

      @Override
      public void save(byte[] content) {
        last.set(content);
        saves++;
        if (saves >= most) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  private static Train stage(int epochs, MoreTraining more) {
    TrainingSettings training =
        new TrainingSettings(
            epochs, 16, Optimizer.SGD, 0.05, TrainingSettings.Device.CPU, 2, 2, more);
    List<Layer> layers =
        List.of(
            new Layer.Flatten(),
            new Layer.Dense(16),
            new Layer.BatchNorm(0.1),
            new Layer.Relu(),
            new Layer.Dense(3));
    return new Train(
        new ModelSettings("tiny", layers, training),
        3,
        42,
        Map.of(),
        new Environment(Map.of(), Map.of()),
        "a processor",
        System::nanoTime);
  }

  private Path run(int epochs, MoreTraining more, String name, Checkpoint checkpoint)
      throws Exception {
    Path out = Files.createDirectories(folder.resolve(name));
    stage(epochs, more).run(new Workspace(folder, out, Progress.NONE, checkpoint));
    return out;
  }

  private void write(String split, LabelledImages images) throws Exception {
    Npy.write(folder.resolve("3-preprocess/" + split + "-images.npy"), images.images());
    Npy.write(folder.resolve("3-preprocess/" + split + "-labels.npy"), images.labels());
  }

  private static JsonNode training(Path out) throws Exception {
    return new ObjectMapper().readTree(out.resolve("training.json").toFile());
  }
}

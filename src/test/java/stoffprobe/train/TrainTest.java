package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.Layer;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.TrainingSettings;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.FloatArray;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.engine.Checkpoint;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.StageException;
import stoffprobe.engine.Workspace;
import stoffprobe.model.TestImages;

/** The whole stage on tiny data: it has to learn, and to leave what the contract lists. */
final class TrainTest {

  private static final List<Layer> LAYERS =
      List.of(new Layer.Flatten(), new Layer.Dense(16), new Layer.Relu(), new Layer.Dense(3));

  @TempDir private Path folder;
  private final AtomicLong clock = new AtomicLong();
  private long tick = 1_000_000; // nanoseconds that pass between two looks at the clock

  @BeforeEach
  void writeArrays() throws IOException {
    Files.createDirectories(folder.resolve("3-preprocess"));
    write("train", TestImages.stripes(1, 240, 9, 3));
    write("test", TestImages.stripes(2, 90, 9, 3));
    Files.writeString(
        folder.resolve("3-preprocess/normalization.json"),
        "{\"scale\": 255, \"mean\": 0.5, \"std\": 0.5}");
  }

  @Test
  void learnsWhatIsPlainToSee() throws Exception {
    Path out = run(stage(8, 0.01, 42), "out");

    List<String> history = Files.readAllLines(out.resolve("history.csv"));
    assertThat(history.get(0))
        .startsWith(
            "epoch,train_loss,test_loss,test_macro_f1_batch_mean,test_accuracy_batch_mean,"
                + "test_macro_f1,test_accuracy,train_seconds,test_seconds");
    assertThat(history).hasSize(1 + 1 + 8);
    assertThat(history.get(1)).startsWith("0,,");
    assertThat(accuracy(history.get(1))).isLessThan(0.9);
    assertThat(accuracy(history.get(9))).isGreaterThan(0.97);
  }

  @Test
  void leavesEveryFileOfTheContract() throws Exception {
    Path out = run(stage(1, 0.01, 42), "out");

    assertThat(out.resolve("saved_model/saved_model.pb")).isRegularFile();
    assertThat(out.resolve("saved_model/variables")).isDirectory();
    assertThat(out.resolve("tensorboard")).isNotEmptyDirectory();
    assertThat(Files.readAllLines(out.resolve("architecture.txt")))
        .hasSize(1 + 1 + 4 + 1)
        .last()
        .asString()
        .endsWith("1,363"); // (81 + 1) 16 + (16 + 1) 3
    JsonNode training = new ObjectMapper().readTree(out.resolve("training.json").toFile());
    assertThat(training.get("model").asText()).isEqualTo("tiny");
    assertThat(training.get("parameters").asInt()).isEqualTo(1363);
    assertThat(training.get("weights_sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(training.get("device").asText()).isEqualTo("cpu");
    assertThat(training.get("threads").asInt()).isEqualTo(2);
    assertThat(training.get("shards").asInt()).isEqualTo(2);
    assertThat(training.get("seed").asLong()).isEqualTo(42);
    assertThat(training.get("examples_per_second").asDouble()).isPositive();
  }

  /** A network whose only weights are the filters, so that the hash is of the two files' values. */
  @Test
  void theFiltersOfAFirstConvolutionAreLeftForOthers() throws Exception {
    List<Layer> layers =
        List.of(
            new Layer.Conv2d(3, 3, Layer.Padding.VALID), new Layer.MaxPool(7), new Layer.Flatten());

    Path out = run(stage(layers, 1, 0.01, 42), "out");

    FloatArray kernel = Npy.readFloats(out.resolve("first-convolution.npy"), 4);
    FloatArray bias = Npy.readFloats(out.resolve("first-convolution-bias.npy"), 1);
    assertThat(kernel.sizes()).containsExactly(3, 3, 1, 3);
    assertThat(bias.sizes()).containsExactly(3);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (FloatArray array : List.of(kernel, bias)) {
      for (float value : array.values()) {
        digest.update(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).flip());
      }
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(weights(out));
  }

  @Test
  void aNetworkThatStartsOtherwiseLeavesNoFilters() throws Exception {
    Path out = run(stage(1, 0.01, 42), "out");

    assertThat(out.resolve("first-convolution.npy")).doesNotExist();
    assertThat(out.resolve("first-convolution-bias.npy")).doesNotExist();
  }

  @Test
  void twoRunsGiveTheSameWeightsAndHistoryAndAnotherSeedGivesOthers() throws Exception {
    Path one = run(stage(2, 0.01, 42), "one");
    Path two = run(stage(2, 0.01, 42), "two");
    Path other = run(stage(2, 0.01, 43), "other");

    assertThat(weights(two)).isEqualTo(weights(one));
    assertThat(two.resolve("history.csv")).hasSameTextualContentAs(one.resolve("history.csv"));
    assertThat(weights(other)).isNotEqualTo(weights(one));
  }

  @Test
  void aLossThatIsNoNumberStopsTrainingAndSaysWhere() {
    assertThatThrownBy(() -> run(stage(3, 1e30, 42), "out"))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("epoch 1, batch 2")
        .hasMessageContaining("training.learning-rate")
        .hasMessageContaining("1.0E30");
  }

  /** Its reciprocal is infinite in float32, and infinity times a black pixel is no number. */
  @Test
  void aNormalisationThatMakesNoNumbersIsNamedAsTheReason() throws IOException {
    Files.writeString(
        folder.resolve("3-preprocess/normalization.json"),
        "{\"scale\": 255, \"mean\": 0.5, \"std\": 1e-42}");

    assertThatThrownBy(() -> run(stage(1, 0.01, 42), "out"))
        .isInstanceOf(StageException.class)
        .hasMessageContainingAll("NaN", "No step was taken yet", "preprocess.std");
  }

  @Test
  void whatIsHeldOutIsWatchedInsteadOfTheTestSet() throws Exception {
    write("validation", TestImages.stripes(3, 30, 9, 3));

    Path out = run(stage(1, 0.01, 42), "out");

    List<String> history = Files.readAllLines(out.resolve("history.csv"));
    String[] untrained = history.get(1).split(",", -1);
    String[] first = history.get(2).split(",", -1);
    assertThat(untrained[2]).isNotEmpty();
    assertThat(first[2]).as("test_loss").isEmpty();
    assertThat(first[6]).as("test_accuracy").isEmpty();
    assertThat(first[9]).as("validation_loss").isNotEmpty();
    assertThat(first).hasSize(14);
  }

  /** As after a kill: the first attempt ends within an epoch, and the second goes on. */
  @Test
  void anInterruptedTrainingEndsWithTheBitsOfAnUndisturbedOne() throws Exception {
    Path undisturbed = run(stage(4, 0.01, 42), "undisturbed");
    for (int epoch = 1; epoch <= 4; epoch++) {
      Memory memory = new Memory();
      Path first = Files.createDirectory(folder.resolve("first" + epoch));
      Workspace killed =
          new Workspace(folder, first, new KilledIn("Epoch " + epoch + "/4"), memory);
      assertThatThrownBy(() -> stage(4, 0.01, 42).run(killed)).hasMessage("killed");

      Path second = Files.createDirectory(folder.resolve("second" + epoch));
      List<String> trained = new ArrayList<>();
      Progress told =
          (task, total, unit) -> {
            trained.add(task);
            return Progress.Task.SILENT;
          };
      stage(4, 0.01, 42).run(new Workspace(folder, second, told, memory));

      assertThat(weights(second)).isEqualTo(weights(undisturbed));
      assertThat(withoutSeconds(second)).isEqualTo(withoutSeconds(undisturbed));
      assertThat(events(second)).isEqualTo(events(undisturbed));
      assertThat(trained).hasSize(4 - epoch + 1).first().isEqualTo("Epoch " + epoch + "/4");
    }
  }

  @Test
  void theSecondsOfAnEpochAreThoseThatItTookWhenItWasTrained() throws Exception {
    Memory memory = new Memory();
    Path first = Files.createDirectory(folder.resolve("first"));
    Workspace killed = new Workspace(folder, first, new KilledIn("Epoch 3/4"), memory);
    assertThatThrownBy(() -> stage(4, 0.01, 42).run(killed)).hasMessage("killed");

    tick = 7_000_000;
    Path second = Files.createDirectory(folder.resolve("second"));
    stage(4, 0.01, 42).run(new Workspace(folder, second, Progress.NONE, memory));

    List<String> rows = Files.readAllLines(second.resolve("history.csv"));
    assertThat(rows.subList(1, 6))
        .extracting(row -> List.of(row.split(",", -1)).subList(7, 9))
        .containsExactly(
            List.of("0.0", "0.001"),
            List.of("0.001", "0.001"),
            List.of("0.001", "0.001"),
            List.of("0.007", "0.007"),
            List.of("0.007", "0.007"));
  }

  /** A checkpoint in memory. */
  private static final class Memory implements Checkpoint {
    private Optional<byte[]> saved = Optional.empty();

    @Override
    public Optional<byte[]> load() {
      return saved;
    }

    @Override
    public void save(byte[] content) {
      saved = Optional.of(content);
    }
  }

  /** Throws in the middle of a task. */
  private record KilledIn(String victim) implements Progress {

    @Override
    public Task start(String task, long total, String unit) {
      return new Task() {
        private long done;

        @Override
        public void advance(long units) {
          done += units;
          if (task.equals(victim) && done > total / 2) {
            throw new IllegalStateException("killed");
          }
        }

        @Override
        public void close() {}
      };
    }
  }

  private static Map<String, String> events(Path out) throws IOException {
    return EventFile.withoutSeconds(out.resolve("tensorboard/events.out.tfevents.0.tiny"));
  }

  private static List<List<String>> withoutSeconds(Path out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(out.resolve("history.csv"))) {
      List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
      fields.set(7, "");
      fields.set(8, "");
      rows.add(fields);
    }
    return rows;
  }

  @Test
  void everySettingThatChangesTheResultIsAParameter() {
    Map<String, Object> parameters = stage(3, 0.01, 42).parameters();

    assertThat(parameters)
        .containsEntry("seed", 42L)
        .containsEntry("training.epochs", 3)
        .containsEntry("training.batch", 32)
        .containsEntry("training.optimizer", "adam")
        .containsEntry("training.learning-rate", 0.01)
        .containsEntry("dataset.classes", 3);
    assertThat(parameters.get("models.tiny.layers"))
        .isEqualTo(
            List.of(
                Map.of("layer", "flatten"),
                Map.of("layer", "dense", "units", 16),
                Map.of("layer", "relu"),
                Map.of("layer", "dense", "units", 3)));
  }

  @Test
  void aMissingNormalisationIsNamed() throws IOException {
    Files.writeString(folder.resolve("3-preprocess/normalization.json"), "{\"scale\": 255}");

    assertThatThrownBy(() -> run(stage(1, 0.01, 42), "out"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("normalization.json has no number \"mean\"");
  }

  @Test
  void asManyLabelsAsImagesAreAsked() throws IOException {
    Path labels = folder.resolve("3-preprocess/train-labels.npy");
    Files.delete(labels);
    Npy.write(labels, TestImages.stripes(1, 239, 9, 3).labels());

    assertThatThrownBy(() -> run(stage(1, 0.01, 42), "out"))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContainingAll("3-preprocess", "240 images", "239 labels", "again");
  }

  private Train stage(int epochs, double rate, long seed) {
    return stage(LAYERS, epochs, rate, seed);
  }

  private Train stage(List<Layer> layers, int epochs, double rate, long seed) {
    TrainingSettings training =
        new TrainingSettings(
            epochs, 32, TrainingSettings.Optimizer.ADAM, rate, TrainingSettings.Device.CPU, 2, 2);
    return new Train(
        new ModelSettings("tiny", layers, training),
        3,
        seed,
        Map.of(),
        new Environment(Map.of(), Map.of()),
        "a processor",
        () -> clock.addAndGet(tick));
  }

  private Path run(Train stage, String name) throws IOException, StageException {
    Path out = Files.createDirectory(folder.resolve(name));
    stage.run(new Workspace(folder, out, Progress.NONE));
    return out;
  }

  private void write(String split, LabelledImages images) throws IOException {
    Npy.write(folder.resolve("3-preprocess/" + split + "-images.npy"), images.images());
    Npy.write(folder.resolve("3-preprocess/" + split + "-labels.npy"), images.labels());
  }

  private static double accuracy(String row) {
    return Double.parseDouble(row.split(",", -1)[6]);
  }

  private static String weights(Path out) throws IOException {
    return new ObjectMapper()
        .readTree(out.resolve("training.json").toFile())
        .get("weights_sha256")
        .asText();
  }
}

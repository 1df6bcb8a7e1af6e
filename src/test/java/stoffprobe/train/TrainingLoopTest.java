package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.Shape;
import stoffprobe.config.TrainingSettings;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Npy;
import stoffprobe.data.RandomStream;
import stoffprobe.engine.Checkpoint;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;
import stoffprobe.model.Backend;
import stoffprobe.model.Initialisation;
import stoffprobe.model.Losses;
import stoffprobe.model.Normalization;
import stoffprobe.model.ParameterSpec;
import stoffprobe.model.ReferenceAdam;
import stoffprobe.model.ReferenceNetwork;
import stoffprobe.model.SavedNetwork;
import stoffprobe.model.TestImages;
import stoffprobe.model.TrainingGraph;
import stoffprobe.model.Weights;

/**
 * The whole stage against a training written down from the definitions. A wrong order, an order
 * that no epoch changes, a batch left out or a seed that nobody reads learns all the same; the
 * losses are others.
 */
final class TrainingLoopTest {

  private static final Normalization NORMALIZATION = new Normalization(255, 0.5, 0.5);
  private static final long SEED = 42;
  private static final double RATE = 0.01;
  private static final int EPOCHS = 3;

  /** Twenty training images make two batches of eight and one of four; ten test images, 8 and 2. */
  private static final int BATCH = 8;

  private static final LabelledImages TRAIN = TestImages.noise(1, 20, 4, 3);
  private static final LabelledImages TEST = TestImages.noise(2, 10, 4, 3);

  private static final List<Layer> DENSE =
      List.of(new Layer.Flatten(), new Layer.Dense(5), new Layer.Relu(), new Layer.Dense(3));
  private static final List<Layer> DROPPING =
      List.of(new Layer.Flatten(), new Layer.Dropout(0.5), new Layer.Dense(3));

  @TempDir private Path folder;

  @BeforeEach
  void writeArrays() throws IOException {
    Path preprocess = Files.createDirectories(folder.resolve("3-preprocess"));
    Npy.write(preprocess.resolve("train-images.npy"), TRAIN.images());
    Npy.write(preprocess.resolve("train-labels.npy"), TRAIN.labels());
    Npy.write(preprocess.resolve("test-images.npy"), TEST.images());
    Npy.write(preprocess.resolve("test-labels.npy"), TEST.labels());
    Files.writeString(
        preprocess.resolve("normalization.json"), "{\"scale\": 255, \"mean\": 0.5, \"std\": 0.5}");
  }

  @Test
  void lossesAndAccuraciesOfEveryEpochAreThoseOfTheDefinitions() throws Exception {
    List<String> history = Files.readAllLines(run(DENSE).resolve("history.csv"));

    Architecture architecture = architecture(DENSE);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), SEED);
    ReferenceNetwork network = new ReferenceNetwork(architecture, NORMALIZATION, initial);
    ReferenceAdam adam = new ReferenceAdam(RATE, network.parameters());
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
      String[] row = history.get(1 + epoch).split(",", -1);
      if (epoch == 0) {
        assertThat(row[1]).as("train_loss of the untrained model").isEmpty();
      } else {
        assertThat(Double.parseDouble(row[1]))
            .as("train_loss of epoch " + epoch)
            .isCloseTo(trainedEpoch(network, adam, epoch), within(1e-5));
      }
      int[] order = IntStream.range(0, TEST.count()).toArray();
      double testLoss = (network.loss(TEST, order, 0, 8) + network.loss(TEST, order, 8, 10)) / 2;
      double first = accuracy(network, 0, 8);
      double last = accuracy(network, 8, 10);
      assertThat(Double.parseDouble(row[2])).as("test_loss").isCloseTo(testLoss, within(1e-5));
      assertThat(Double.parseDouble(row[4]))
          .as("test_accuracy_batch_mean")
          .isCloseTo((first + last) / 2, within(1e-12));
      assertThat(Double.parseDouble(row[6]))
          .as("test_accuracy")
          .isCloseTo((8 * first + 2 * last) / 10, within(1e-12));
    }
  }

  @Test
  void theRecordedHashIsThatOfTheGraphsStepsInTheOrderOfSeedAndEpoch() throws Exception {
    Path out = run(DROPPING);

    Architecture architecture = architecture(DROPPING);
    try (TrainingGraph graph =
        new TrainingGraph(
            architecture,
            NORMALIZATION,
            Initialisation.draw(ParameterSpec.of(architecture), SEED),
            new TrainingGraph.Recipe(RATE, 2),
            SEED,
            new Backend(false, 2))) {
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        int[] order = order(epoch);
        Losses.of(graph, TRAIN, order, 0, TRAIN.count(), BATCH);
      }
      assertThat(recordedHash(out)).isEqualTo(graph.weights().sha256());
      try (SavedNetwork saved =
          SavedNetwork.open(out.resolve("saved_model"), new Backend(false, 2))) {
        assertThat(saved.probabilities(TEST.images()))
            .as("of what is saved")
            .isEqualTo(graph.probabilities(TEST.images()));
      }
    }
  }

  @Test
  void whoInterruptsItWhileItSavesIsToldWhatIsKept() {
    AtomicInteger saved = new AtomicInteger();
    Checkpoint interrupted =
        new Checkpoint() {
          @Override
          public Optional<byte[]> load() {
            return Optional.empty();
          }

          @Override
          public void save(byte[] content) throws IOException {
            if (saved.incrementAndGet() == 2) {
              Thread.currentThread().interrupt();
              throw new ClosedByInterruptException();
            }
          }
        };
    try {
      assertThatThrownBy(() -> run(DENSE, interrupted))
          .isInstanceOf(InterruptedIOException.class)
          .hasMessage("its epochs up to 1 are kept");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** One pass in double arithmetic; returns the mean of the batches' losses before each update. */
  private static double trainedEpoch(ReferenceNetwork network, ReferenceAdam adam, int epoch) {
    int[] order = order(epoch);
    double sum = 0;
    for (int from = 0; from < TRAIN.count(); from += BATCH) {
      int to = Math.min(from + BATCH, TRAIN.count());
      sum += network.loss(TRAIN, order, from, to);
      adam.step(network.parameters(), network.gradients(TRAIN, order, from, to));
    }
    return sum / 3;
  }

  private static int[] order(int epoch) {
    return RandomStream.permutation(RandomStream.of(SEED, "shuffle", epoch), TRAIN.count());
  }

  /** The share of test images from {@code from} to before {@code to} with the largest logit. */
  private static double accuracy(ReferenceNetwork network, int from, int to) {
    int right = 0;
    for (int i = from; i < to; i++) {
      double[] logits = network.logits(TEST.images(), i);
      double ofLabel = logits[TEST.labels().get(i)];
      right += IntStream.range(0, 3).allMatch(k -> logits[k] <= ofLabel) ? 1 : 0;
    }
    return (double) right / (to - from);
  }

  private static Architecture architecture(List<Layer> layers) {
    return Architecture.of(new Shape.Image(4, 4, 1), layers);
  }

  private Path run(List<Layer> layers) throws Exception {
    return run(layers, Checkpoint.NONE);
  }

  private Path run(List<Layer> layers, Checkpoint checkpoint) throws Exception {
    TrainingSettings training =
        new TrainingSettings(
            EPOCHS,
            BATCH,
            TrainingSettings.Optimizer.ADAM,
            RATE,
            TrainingSettings.Device.CPU,
            2,
            2);
    Train stage =
        new Train(
            new ModelSettings("tiny", layers, training),
            3,
            SEED,
            Map.of(),
            new Environment(Map.of(), Map.of()),
            "a processor",
            System::nanoTime);
    Path out = Files.createDirectory(folder.resolve("out"));
    stage.run(new Workspace(folder, out, Progress.NONE, checkpoint));
    return out;
  }

  private static String recordedHash(Path out) throws IOException {
    return new ObjectMapper()
        .readTree(out.resolve("training.json").toFile())
        .get("weights_sha256")
        .asText();
  }
}

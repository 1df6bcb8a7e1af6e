package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.data.LabelledImages;

/**
 * Training steps against an independent computation: with the same weights and batches, a summed
 * loss, another beta, a bias left out of training or an update before the last gradient each show
 * here, and in no accuracy.
 */
final class TrainingGraphTest {

  private static final Normalization NORMALIZATION = new Normalization(255, 0.5, 0.5);
  private static final double RATE = 0.01;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void lossesAndWeightsAreThoseOfTheDefinitions(int shards) {
    LabelledImages data = TestImages.noise(1, 20, 6, 3);
    Architecture architecture =
        Architecture.of(new Shape.Image(6, 6, 1), TinyNetworks.convolutional());
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    ReferenceNetwork reference = new ReferenceNetwork(architecture, NORMALIZATION, initial);
    ReferenceAdam adam = new ReferenceAdam(RATE, reference.parameters());
    int[] order = {7, 3, 19, 0, 11, 5, 2, 13, 17, 1, 4, 6, 8, 9, 10, 12, 14, 15, 16, 18};

    try (TrainingGraph graph = graph(architecture, initial, shards)) {
      for (int from = 0; from < 20; from += 8) {
        int to = Math.min(from + 8, 20); // the last batch is smaller
        double expected = reference.loss(data, order, from, to);
        adam.step(reference.parameters(), reference.gradients(data, order, from, to));

        float loss = graph.step(data, order, from, to);

        assertThat((double) loss).isCloseTo(expected, within(1e-5));
      }
      assertSame(graph.weights(), reference);
    }
  }

  /**
   * A max-pool is computed before the bias and the ReLU in front of it; nothing may show of that.
   */
  @ParameterizedTest
  @MethodSource("stoffprobe.model.TinyNetworks#pooled")
  void poolingFirstChangesNeitherLossNorGradients(List<Layer> layers) {
    LabelledImages data = TestImages.noise(1, 8, 8, 3);
    Architecture architecture = Architecture.of(new Shape.Image(8, 8, 1), layers);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    ReferenceNetwork reference = new ReferenceNetwork(architecture, NORMALIZATION, initial);
    ReferenceAdam adam = new ReferenceAdam(RATE, reference.parameters());
    int[] order = identity(8);
    double expected = reference.loss(data, order, 0, 8);
    adam.step(reference.parameters(), reference.gradients(data, order, 0, 8));

    try (TrainingGraph graph = graph(architecture, initial, 2)) {
      assertThat((double) graph.step(data, order, 0, 8)).isCloseTo(expected, within(1e-5));
      assertSame(graph.weights(), reference);
    }
  }

  @Test
  void moreShardsThanImagesIsTheSameBatch() {
    LabelledImages data = TestImages.noise(1, 3, 6, 3);
    Architecture architecture =
        Architecture.of(new Shape.Image(6, 6, 1), TinyNetworks.convolutional());
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    int[] order = {2, 0, 1};

    try (TrainingGraph one = graph(architecture, initial, 1);
        TrainingGraph four = graph(architecture, initial, 4)) {
      assertThat(four.step(data, order, 0, 1))
          .isCloseTo(one.step(data, order, 0, 1), within(1e-6f));
      assertThat(four.step(data, order, 1, 3))
          .isCloseTo(one.step(data, order, 1, 3), within(1e-6f));
    }
  }

  @Test
  void theBitsDependNeitherOnThreadsNorOnTheRun() {
    LabelledImages data = TestImages.noise(4, 200, 12, 4);
    List<Layer> layers =
        List.of(
            new Layer.Conv2d(8, 3, Layer.Padding.SAME),
            new Layer.Relu(),
            new Layer.MaxPool(2),
            new Layer.Flatten(),
            new Layer.Dropout(0.25),
            new Layer.Dense(16),
            new Layer.Relu(),
            new Layer.Dense(4));
    List<String> hashes = new ArrayList<>();
    for (int threads : new int[] {1, 2, 2, 4}) {
      hashes.add(trained(data, layers, threads).sha256());
    }

    assertThat(hashes).containsOnly(hashes.get(0));
  }

  @Test
  void anotherSeedDropsOtherValues() {
    LabelledImages data = TestImages.noise(4, 64, 6, 3);
    List<Layer> layers = List.of(new Layer.Flatten(), new Layer.Dropout(0.5), new Layer.Dense(3));
    Architecture architecture = Architecture.of(new Shape.Image(6, 6, 1), layers);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    int[] order = identity(64);
    TrainingGraph.Recipe recipe = new TrainingGraph.Recipe(RATE, 2);

    try (TrainingGraph one =
            new TrainingGraph(
                architecture, NORMALIZATION, initial, recipe, 1, new Backend(false, 2));
        TrainingGraph two =
            new TrainingGraph(
                architecture, NORMALIZATION, initial, recipe, 2, new Backend(false, 2))) {
      assertThat(one.step(data, order, 0, 64)).isNotEqualTo(two.step(data, order, 0, 64));
    }
  }

  @Test
  void probabilitiesOfManyImagesAreThoseOfEachAlone() {
    LabelledImages data = TestImages.noise(4, 300, 6, 3);
    Architecture architecture =
        Architecture.of(new Shape.Image(6, 6, 1), TinyNetworks.convolutional());
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    ReferenceNetwork reference = new ReferenceNetwork(architecture, NORMALIZATION, initial);

    try (TrainingGraph graph = graph(architecture, initial, 2)) {
      float[] probabilities = graph.probabilities(data.images());

      assertThat(probabilities).hasSize(900);
      for (int image : new int[] {0, 124, 125, 299}) {
        double[] logits = reference.logits(data.images(), image);
        double sum = Math.exp(logits[0]) + Math.exp(logits[1]) + Math.exp(logits[2]);
        for (int k = 0; k < 3; k++) {
          assertThat((double) probabilities[image * 3 + k])
              .isCloseTo(Math.exp(logits[k]) / sum, within(1e-6));
        }
      }
    }
  }

  private static void assertSame(Weights trained, ReferenceNetwork reference) {
    for (int i = 0; i < trained.specs().size(); i++) {
      for (int j = 0; j < trained.specs().get(i).size(); j++) {
        assertThat((double) trained.values(i)[j])
            .as(trained.specs().get(i).name() + " " + j)
            .isCloseTo(reference.parameters().get(i)[j], within(1e-5));
      }
    }
  }

  private static Weights trained(LabelledImages data, List<Layer> layers, int threads) {
    Architecture architecture = Architecture.of(new Shape.Image(12, 12, 1), layers);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    int[] order = identity(data.count());
    try (TrainingGraph graph =
        new TrainingGraph(
            architecture,
            NORMALIZATION,
            initial,
            new TrainingGraph.Recipe(RATE, 2),
            1,
            new Backend(false, threads))) {
      for (int epoch = 0; epoch < 5; epoch++) {
        for (int from = 0; from < data.count(); from += 48) {
          graph.step(data, order, from, Math.min(from + 48, data.count()));
        }
      }
      return graph.weights();
    }
  }

  private static TrainingGraph graph(Architecture architecture, Weights initial, int shards) {
    return new TrainingGraph(
        architecture,
        NORMALIZATION,
        initial,
        new TrainingGraph.Recipe(RATE, shards),
        1,
        new Backend(false, 2));
  }

  private static int[] identity(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    return order;
  }
}

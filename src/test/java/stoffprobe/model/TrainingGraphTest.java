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

        float loss = Losses.ofOne(graph, data, order, from, to);

        assertThat((double) loss).isCloseTo(expected, within(1e-5));
      }
      assertSame(graph.weights(), reference);
    }
  }

  /** ReLU and bias look behind the max-pool on the way back; nothing may show of that. */
  @ParameterizedTest
  @MethodSource("stoffprobe.model.TinyNetworks#pooled")
  void whatFollowsAConvolutionChangesNeitherLossNorGradients(List<Layer> layers) {
    LabelledImages data = TestImages.noise(1, 8, 8, 3);
    Architecture architecture = Architecture.of(new Shape.Image(8, 8, 1), layers);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    ReferenceNetwork reference = new ReferenceNetwork(architecture, NORMALIZATION, initial);
    ReferenceAdam adam = new ReferenceAdam(RATE, reference.parameters());
    int[] order = identity(8);
    double expected = reference.loss(data, order, 0, 8);
    adam.step(reference.parameters(), reference.gradients(data, order, 0, 8));

    try (TrainingGraph graph = graph(architecture, initial, 2)) {
      assertThat((double) Losses.ofOne(graph, data, order, 0, 8)).isCloseTo(expected, within(1e-5));
      assertSame(graph.weights(), reference);
    }
  }

  /**
   * A run takes several steps; each has to see what the one before left, and nothing of the next.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stepsInOneRunAreThoseOfARunEach(boolean convolutional) {
    int batches = 2 * TrainingGraph.STEPS_A_RUN + 3;
    LabelledImages data = TestImages.noise(4, 10 * batches - 4, 12, 3);
    List<Layer> layers =
        new ArrayList<>(convolutional ? TinyNetworks.convolutional() : TinyNetworks.wide());
    layers.add(convolutional ? 6 : 3, new Layer.Dropout(0.3));
    Architecture architecture = Architecture.of(new Shape.Image(12, 12, 1), layers);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    int[] order = identity(data.count());

    try (TrainingGraph together = graph(architecture, initial, 2);
        TrainingGraph alone = graph(architecture, initial, 2)) {
      List<Float> losses = Losses.of(together, data, order, 0, data.count(), 10);

      assertThat(losses).hasSize(batches);
      for (int i = 0; i < batches; i++) {
        int to = Math.min(10 * i + 10, data.count());
        assertThat(Losses.ofOne(alone, data, order, 10 * i, to)).isEqualTo(losses.get(i));
      }
      assertThat(alone.weights().sha256()).isEqualTo(together.weights().sha256());
      for (int i = 0; i < alone.state().moments().size(); i++) {
        assertThat(alone.state().moments().get(i)).isEqualTo(together.state().moments().get(i));
      }
    }
  }

  /** The moments of a dense layer in blocks go back to where they came from. */
  @Test
  void aRestoredStateGoesOnAsIfNothingHadHappened() {
    LabelledImages data = TestImages.noise(4, 40, 12, 3);
    Architecture architecture = Architecture.of(new Shape.Image(12, 12, 1), TinyNetworks.wide());
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    int[] order = identity(40);

    try (TrainingGraph undisturbed = graph(architecture, initial, 2);
        TrainingGraph resumed = graph(architecture, initial, 2)) {
      Losses.of(undisturbed, data, order, 0, 20, 5);
      resumed.restore(undisturbed.state());
      List<Float> losses = Losses.of(undisturbed, data, order, 20, 40, 5);

      assertThat(Losses.of(resumed, data, order, 20, 40, 5)).isEqualTo(losses);
      assertThat(resumed.weights().sha256()).isEqualTo(undisturbed.weights().sha256());
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
      assertThat(Losses.ofOne(four, data, order, 0, 1))
          .isCloseTo(Losses.ofOne(one, data, order, 0, 1), within(1e-6f));
      assertThat(Losses.ofOne(four, data, order, 1, 3))
          .isCloseTo(Losses.ofOne(one, data, order, 1, 3), within(1e-6f));
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
            new Layer.Dense(240),
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
      assertThat(Losses.ofOne(one, data, order, 0, 64))
          .isNotEqualTo(Losses.ofOne(two, data, order, 0, 64));
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
        Losses.of(graph, data, order, 0, data.count(), 48);
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

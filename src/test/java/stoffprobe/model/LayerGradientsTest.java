package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stoffprobe.config.Architecture;
import stoffprobe.config.Augmentation;
import stoffprobe.config.Layer;
import stoffprobe.config.Layer.Activation.Function;
import stoffprobe.config.PerChannel;
import stoffprobe.config.Shape;
import stoffprobe.config.TrainingSettings.Optimizer;
import stoffprobe.data.LabelledImages;

/**
 * Every layer beyond the workshop's against double arithmetic and central differences. A gradient
 * that forgets a shard, a share or a way learns all the same, but something else.
 */
final class LayerGradientsTest {

  private static final Normalization NORMALIZATION = new Normalization(255, 0.4, 0.5);

  private static final Layer BATCH_NORM = new Layer.BatchNorm(0.1);
  private static final Layer RELU = new Layer.Relu();
  private static final Layer FLATTEN = new Layer.Flatten();
  private static final Layer OUTPUT = new Layer.Dense(3);

  /** Plain gradient descent by whole gradients: what a step takes off is the gradient. */
  private static final Optimization DESCENT = new Optimization(Optimizer.SGD, 0, 0);

  /** All in three shards, which don't divide the batch; those of a normalisation also in one. */
  static Stream<Arguments> networksAndShards() {
    return Stream.concat(
        networks().stream().map(layers -> Arguments.of(layers, 3)),
        networks().stream()
            .filter(layers -> layers.contains(BATCH_NORM))
            .map(layers -> Arguments.of(layers, 1)));
  }

  static List<List<Layer>> networks() {
    Layer conv = conv(2, 3, Layer.Padding.SAME, 1);
    return List.of(
        List.of(conv(2, 3, Layer.Padding.SAME, 2), new Layer.LeakyRelu(0.2), FLATTEN, OUTPUT),
        List.of(conv(2, 4, Layer.Padding.SAME, 3), RELU, new Layer.MaxPool(2), FLATTEN, OUTPUT),
        List.of(
            conv(3, 3, Layer.Padding.VALID, 2),
            new Layer.Activation(Function.ELU),
            new Layer.AveragePool(2),
            FLATTEN,
            OUTPUT),
        List.of(new Layer.AveragePool(2), conv, RELU, new Layer.GlobalAveragePool(), OUTPUT),
        List.of(conv, BATCH_NORM, RELU, new Layer.MaxPool(2), FLATTEN, OUTPUT),
        List.of(BATCH_NORM, conv, new Layer.GlobalAveragePool(), BATCH_NORM, OUTPUT),
        List.of(
            FLATTEN,
            new Layer.Dense(4),
            BATCH_NORM,
            new Layer.Activation(Function.TANH),
            new Layer.Dense(4),
            new Layer.Activation(Function.SIGMOID),
            OUTPUT),
        List.of(
            conv,
            new Layer.Residual(List.of(conv, BATCH_NORM, RELU, conv), List.of()),
            RELU,
            FLATTEN,
            OUTPUT),
        List.of(
            new Layer.Residual(
                List.of(conv(3, 3, Layer.Padding.SAME, 2), RELU),
                List.of(conv(3, 1, Layer.Padding.SAME, 2), BATCH_NORM)),
            FLATTEN,
            OUTPUT),
        // one way in blocks of rows, the other one whole
        List.of(
            new Layer.MaxPool(3),
            FLATTEN,
            new Layer.Residual(
                List.of(new Layer.Dense(4), new Layer.Activation(Function.TANH)), List.of()),
            OUTPUT),
        List.of(
            conv,
            new Layer.Residual(
                List.of(new Layer.Residual(List.of(conv, RELU), List.of()), BATCH_NORM),
                List.of(RELU)),
            new Layer.GlobalAveragePool(),
            OUTPUT));
  }

  @ParameterizedTest
  @MethodSource("networksAndShards")
  void lossGradientsAndRunningMeansAreThoseOfTheDefinitions(List<Layer> layers, int shards) {
    assertDefinitions(layers, shards, 1, NORMALIZATION);
  }

  /** Three channels in, each normalised by numbers of its own or all alike. */
  static Stream<Arguments> networksInColour() {
    Normalization own =
        new Normalization(
            255, new PerChannel(List.of(0.4, 0.5, 0.1)), new PerChannel(List.of(0.5, 0.2, 1.0)));
    Layer conv = conv(2, 3, Layer.Padding.SAME, 1);
    return Stream.of(
        Arguments.of(List.of(conv, RELU, new Layer.MaxPool(2), FLATTEN, OUTPUT), own),
        Arguments.of(List.of(conv, RELU, new Layer.MaxPool(2), FLATTEN, OUTPUT), NORMALIZATION),
        Arguments.of(List.of(conv(3, 3, Layer.Padding.VALID, 2), FLATTEN, OUTPUT), own),
        Arguments.of(List.of(FLATTEN, new Layer.Dense(3), RELU, OUTPUT), own),
        Arguments.of(List.of(BATCH_NORM, new Layer.AveragePool(2), conv, FLATTEN, OUTPUT), own));
  }

  @ParameterizedTest
  @MethodSource("networksInColour")
  void inColourTheyAreThoseOfTheDefinitionsToo(List<Layer> layers, Normalization normalization) {
    assertDefinitions(layers, 3, 3, normalization);
  }

  private static void assertDefinitions(
      List<Layer> layers, int shards, int channels, Normalization normalization) {
    LabelledImages data = TestImages.noise(1, 7, 6, 3, channels);
    Architecture architecture = Architecture.of(new Shape.Image(6, 6, channels), layers);
    Weights initial = uneven(Initialisation.draw(ParameterSpec.of(architecture), 9));
    ReferenceBatch reference = new ReferenceBatch(architecture, normalization, initial);

    try (TrainingGraph graph = graph(architecture, normalization, initial, shards)) {
      assertProbabilities(graph.probabilities(data.images()), reference.logits(data, false));
      float loss = Losses.ofOne(graph, data, new int[] {0, 1, 2, 3, 4, 5, 6}, 0, 7);

      assertThat((double) loss).isCloseTo(reference.loss(data), within(1e-5));
      List<double[]> statistics = List.copyOf(reference.statistics());
      List<double[]> gradients = reference.gradients(data);
      Weights trained = graph.weights();
      int statistic = 0;
      for (int i = 0; i < initial.specs().size(); i++) {
        ParameterSpec spec = initial.specs().get(i);
        double[] of = spec.learned() ? gradients.get(i) : statistics.get(statistic++);
        for (int j = 0; j < spec.size(); j++) {
          double before = initial.values(i)[j];
          double expected = spec.learned() ? before - of[j] : 0.9 * before + 0.1 * of[j];
          assertThat((double) trained.values(i)[j])
              .as(spec.name() + " " + j)
              .isCloseTo(expected, within(1e-5));
        }
      }
    }
  }

  /** Its mean is itself and its variance 0, so the shift alone is left; nothing is divided by 0. */
  @Test
  void aBatchOfOneImageAndMoreShardsThanImagesAreNormalisedToo() {
    LabelledImages data = TestImages.noise(1, 1, 6, 3);
    List<Layer> layers =
        List.of(conv(2, 3, Layer.Padding.SAME, 1), BATCH_NORM, RELU, FLATTEN, BATCH_NORM, OUTPUT);
    Architecture architecture = Architecture.of(new Shape.Image(6, 6, 1), layers);
    Weights initial = uneven(Initialisation.draw(ParameterSpec.of(architecture), 9));
    ReferenceBatch reference = new ReferenceBatch(architecture, NORMALIZATION, initial);

    try (TrainingGraph graph = graph(architecture, NORMALIZATION, initial, 3)) {
      assertThat((double) Losses.ofOne(graph, data, new int[] {0}, 0, 1))
          .isCloseTo(reference.loss(data), within(1e-5));
      Weights trained = graph.weights();
      for (int i = 0; i < trained.specs().size(); i++) {
        assertThat(trained.values(i)).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
      }
    }
  }

  @Test
  void theSameBitsOnAnyNumberOfThreads() {
    LabelledImages data = TestImages.noise(4, 64, 12, 3);
    Layer conv = conv(8, 3, Layer.Padding.SAME, 1);
    List<Layer> layers =
        List.of(
            conv,
            BATCH_NORM,
            RELU,
            new Layer.Residual(List.of(conv, BATCH_NORM, RELU), List.of()),
            new Layer.GlobalAveragePool(),
            OUTPUT);
    Architecture architecture = Architecture.of(new Shape.Image(12, 12, 1), layers);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);

    assertThat(Stream.of(1, 2, 4).map(threads -> hash(architecture, initial, data, threads)))
        .containsOnly(hash(architecture, initial, data, 2));
  }

  /** Outside of training running means count, and no image depends on another. */
  private static void assertProbabilities(float[] found, double[][] logits) {
    for (int i = 0; i < logits.length; i++) {
      for (int k = 0; k < 3; k++) {
        assertThat((double) found[3 * i + k])
            .isCloseTo(Math.exp(-ReferenceNetwork.crossEntropy(logits[i], k)), within(1e-5));
      }
    }
  }

  private static String hash(
      Architecture architecture, Weights initial, LabelledImages data, int threads) {
    int[] order = new int[data.count()];
    Arrays.setAll(order, i -> i);
    try (TrainingGraph graph =
        new TrainingGraph(
            architecture,
            NORMALIZATION,
            initial,
            new TrainingGraph.Recipe(0.01, 2),
            1,
            new Backend(false, threads))) {
      Losses.of(graph, data, order, 0, data.count(), 5);
      return graph.weights().sha256();
    }
  }

  /** Scales that are not 1, running means that are not 0: what is forgotten shows. */
  private static Weights uneven(Weights drawn) {
    List<float[]> values =
        IntStream.range(0, drawn.specs().size())
            .mapToObj(
                i -> {
                  float[] tensor = drawn.values(i);
                  for (int j = 0; j < tensor.length; j++) {
                    tensor[j] += drawn.specs().get(i).shape().size() == 1 ? 0.1f * (j + 1) : 0;
                  }
                  return tensor;
                })
            .toList();
    return new Weights(drawn.specs(), values);
  }

  private static Layer conv(int filters, int kernel, Layer.Padding padding, int stride) {
    return new Layer.Conv2d(filters, kernel, padding, stride);
  }

  private static TrainingGraph graph(
      Architecture architecture, Normalization normalization, Weights initial, int shards) {
    return new TrainingGraph(
        architecture,
        normalization,
        initial,
        new TrainingGraph.Recipe(DESCENT, step -> 1, shards, Augmentation.NONE),
        1,
        new Backend(false, 2));
  }
}

package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.ModelSettings;
import stoffprobe.config.PipelineReader;
import stoffprobe.config.Shape;
import stoffprobe.data.LabelledImages;

/**
 * The shipped networks at their full size, rewritten for speed, against the plain formulation with
 * TensorFlow's own gradients: same weights, same batch. Tiny networks can't show what goes wrong in
 * wide layers, in many columns or where kernels change with the size.
 */
final class PlainFormulationTest {

  private static final double ADAM_SHARE = 1 - 0.9f; // of the first gradient in the running mean
  private static final long SEED = 3;

  static List<ModelSettings> shipped() throws Exception {
    Path pipelines = Path.of("pipelines");
    return Stream.concat(
            PipelineReader.read(pipelines.resolve("fashion-mnist.yaml"), List.of())
                .models()
                .stream(),
            PipelineReader.read(pipelines.resolve("playground.yaml"), List.of()).models().stream()
                .filter(model -> model.layers().size() > 10))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void probabilitiesLossAndGradientsAreThoseOfThePlainNetwork(ModelSettings model) {
    assertPlain(Architecture.of(new Shape.Image(28, 28, 1), model.layers()), 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void columnsInUnequalBlocksChangeNothing(int shards) {
    assertPlain(Architecture.of(new Shape.Image(28, 28, 1), TinyNetworks.wide()), shards);
  }

  /** Two dense layers in a row are cut across one another. */
  @ParameterizedTest
  @MethodSource("stoffprobe.model.TinyNetworks#dense")
  void denseLayersInPairsChangeNothing(List<Layer> layers) {
    assertPlain(Architecture.of(new Shape.Image(28, 28, 1), layers), 2);
    assertPlain(Architecture.of(new Shape.Image(28, 28, 1), layers), 3);
  }

  private static void assertPlain(Architecture architecture, int shards) {
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 42);
    int classes = Math.toIntExact(architecture.output().size());
    LabelledImages batch = TestImages.stripes(1, 63, 28, classes); // 63: the shards differ in size
    int[] order = new int[batch.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    PlainNetwork.Outcome plain = new PlainNetwork(architecture, initial, SEED).outcome(batch);

    try (TrainingGraph graph =
        new TrainingGraph(
            architecture,
            new Normalization(255, 0.5, 0.5),
            initial,
            new TrainingGraph.Recipe(0.001, shards),
            SEED,
            new Backend(false, 2))) {
      assertClose("probabilities", graph.probabilities(batch.images()), 1, plain.probabilities());
      float loss = Losses.ofOne(graph, batch, order, 0, order.length);
      assertThat(loss).isCloseTo(plain.loss(), within(1e-5f));
      List<float[]> moments = graph.state().moments();
      for (int i = 0; i < plain.gradients().size(); i++) {
        String name = initial.specs().get(i).name();
        assertClose(name, moments.get(2 * i), ADAM_SHARE, plain.gradients().get(i));
      }
    }
  }

  private static void assertClose(String what, float[] found, double share, float[] expected) {
    assertThat(found).as(what).hasSameSizeAs(expected);
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(found[i] / share - expected[i]));
    }
    assertThat(largest).as(what + " are something").isGreaterThan(1e-4);
    assertThat(difference).as(what + ", largest difference").isLessThan(1e-5);
  }
}

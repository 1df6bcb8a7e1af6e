package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/**
 * Which values are dropped: others in each step, layer and image, whatever the shards. One mask for
 * all of them trains almost as well, so only exact losses show it.
 */
final class DropoutTest {

  private static final Normalization NORMALIZATION = new Normalization(255, 0.5, 0.5);
  private static final long SEED = 5;
  private static final int PIXELS = 16;
  private static final int HIDDEN = 4;

  /**
   * The dropout layers stand at 1, where a batch is in shards, at 4, and at 7, where it is whole.
   */
  private static final List<Layer> LAYERS =
      List.of(
          new Layer.MaxPool(1),
          new Layer.Dropout(0.5),
          new Layer.Relu(),
          new Layer.Flatten(),
          new Layer.Dropout(0.3),
          new Layer.Dense(HIDDEN),
          new Layer.Relu(),
          new Layer.Dropout(0.25),
          new Layer.Dense(3));

  private static final Architecture ARCHITECTURE =
      Architecture.of(new Shape.Image(4, 4, 1), LAYERS);
  private static final Weights WEIGHTS = Initialisation.draw(ParameterSpec.of(ARCHITECTURE), 9);
  private static final LabelledImages DATA = TestImages.noise(1, 5, 4, 3);
  private static final int[] ORDER = {3, 0, 4, 1, 2};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void everyStepLayerAndImageDropsValuesOfItsOwn(int shards) {
    ReferenceNetwork reference = new ReferenceNetwork(ARCHITECTURE, NORMALIZATION, WEIGHTS);
    try (TrainingGraph graph = graph(shards)) {
      for (int step = 1; step <= 3; step++) {
        byte[] early = kept(1, step, 0.5, PIXELS);
        byte[] middle = kept(4, step, 0.3, PIXELS);
        byte[] late = kept(7, step, 0.25, HIDDEN);
        double sum = 0;
        for (int i = 0; i < ORDER.length; i++) {
          double[] logits =
              reference.logits(
                  DATA.images(),
                  ORDER[i],
                  factors(early, i, PIXELS, 0.5),
                  factors(middle, i, PIXELS, 0.3),
                  factors(late, i, HIDDEN, 0.25));
          sum += ReferenceNetwork.crossEntropy(logits, DATA.labels().get(ORDER[i]));
        }
        assertThat((double) Losses.ofOne(graph, DATA, ORDER, 0, 5))
            .as("step " + step)
            .isCloseTo(sum / 5, within(1e-5));
      }
    }
  }

  @Test
  void nothingIsDroppedWhereTheNetworkIsAskedForProbabilities() {
    ReferenceNetwork reference = new ReferenceNetwork(ARCHITECTURE, NORMALIZATION, WEIGHTS);
    try (TrainingGraph graph = graph(2)) {
      float[] probabilities = graph.probabilities(DATA.images());
      for (int i = 0; i < DATA.count(); i++) {
        double crossEntropy = ReferenceNetwork.crossEntropy(reference.logits(DATA.images(), i), 0);
        assertThat(-Math.log(probabilities[i * 3])).isCloseTo(crossEntropy, within(1e-5));
      }
    }
  }

  /** With a learning rate of 0 the weights stay as they are, so that the masks alone change. */
  private static TrainingGraph graph(int shards) {
    return new TrainingGraph(
        ARCHITECTURE,
        NORMALIZATION,
        WEIGHTS,
        new TrainingGraph.Recipe(0, shards),
        SEED,
        new Backend(false, 2));
  }

  private static byte[] kept(int layer, int step, double rate, int values) {
    byte[] kept = new byte[ORDER.length * values];
    DropoutMask.fill(RandomStream.of(SEED, "dropout", layer, step), rate, kept);
    return kept;
  }

  private static double[] factors(byte[] kept, int image, int values, double rate) {
    double[] factors = new double[values];
    for (int i = 0; i < values; i++) {
      factors[i] = kept[image * values + i] / (1 - rate);
    }
    return factors;
  }
}

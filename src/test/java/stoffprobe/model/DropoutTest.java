package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/**
 * Which values are dropped: others in each step, layer and shard. One mask for all of them trains
 * almost as well, so only exact losses show it.
 */
final class DropoutTest {

  private static final Normalization NORMALIZATION = new Normalization(255, 0.5, 0.5);
  private static final long SEED = 5;
  private static final int PIXELS = 16;
  private static final int HIDDEN = 4;

  /** The dropout layers stand at 1 and 4. */
  private static final List<Layer> LAYERS =
      List.of(
          new Layer.Flatten(),
          new Layer.Dropout(0.5),
          new Layer.Dense(HIDDEN),
          new Layer.Relu(),
          new Layer.Dropout(0.25),
          new Layer.Dense(3));

  private static final Architecture ARCHITECTURE =
      Architecture.of(new Shape.Image(4, 4, 1), LAYERS);
  private static final Weights WEIGHTS = Initialisation.draw(ParameterSpec.of(ARCHITECTURE), 9);
  private static final LabelledImages DATA = TestImages.noise(1, 5, 4, 3);
  private static final int[] ORDER = {3, 0, 4, 1, 2};

  @Test
  void everyStepLayerAndShardDropsValuesOfItsOwn() {
    ReferenceNetwork reference = new ReferenceNetwork(ARCHITECTURE, NORMALIZATION, WEIGHTS);
    try (TrainingGraph graph = graph()) {
      for (int step = 1; step <= 3; step++) {
        // Of five images, two go to the first shard and three to the second.
        double expected = (loss(reference, step, 0, 0, 2) + loss(reference, step, 1, 2, 5)) / 5;
        assertThat((double) graph.step(DATA, ORDER, 0, 5))
            .as("step " + step)
            .isCloseTo(expected, within(1e-5));
      }
    }
  }

  @Test
  void nothingIsDroppedWhereTheNetworkIsAskedForProbabilities() {
    ReferenceNetwork reference = new ReferenceNetwork(ARCHITECTURE, NORMALIZATION, WEIGHTS);
    try (TrainingGraph graph = graph()) {
      float[] probabilities = graph.probabilities(DATA.images());
      for (int i = 0; i < DATA.count(); i++) {
        double crossEntropy = ReferenceNetwork.crossEntropy(reference.logits(DATA.images(), i), 0);
        assertThat(-Math.log(probabilities[i * 3])).isCloseTo(crossEntropy, within(1e-5));
      }
    }
  }

  /** With a learning rate of 0 the weights stay as they are, so that the masks alone change. */
  private static TrainingGraph graph() {
    return new TrainingGraph(
        ARCHITECTURE,
        NORMALIZATION,
        WEIGHTS,
        new TrainingGraph.Recipe(0, 2),
        SEED,
        new Backend(false, 2));
  }

  /** The summed cross-entropy of the images from place {@code from} to before {@code to}. */
  private static double loss(ReferenceNetwork reference, int step, int shard, int from, int to) {
    float[] early = masks(1, shard, step, 0.5, to - from, PIXELS);
    float[] late = masks(4, shard, step, 0.25, to - from, HIDDEN);
    double sum = 0;
    for (int i = from; i < to; i++) {
      double[] logits =
          reference.logits(
              DATA.images(), ORDER[i], row(early, i - from, PIXELS), row(late, i - from, HIDDEN));
      sum += ReferenceNetwork.crossEntropy(logits, DATA.labels().get(ORDER[i]));
    }
    return sum;
  }

  private static float[] masks(
      int layer, int shard, int step, double rate, int images, int values) {
    int key = RandomStream.of(SEED, "dropout", layer, shard).nextInt();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> ones = tf.fill(tf.array(images, values), tf.constant(1f));
      Operand<TFloat32> mask = Forward.drop(tf, ones, rate, key, tf.constant(step));
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(mask).run()) {
        return Floats.copyOf((TFloat32) result.get(0));
      }
    }
  }

  private static double[] row(float[] masks, int row, int values) {
    double[] mask = new double[values];
    for (int i = 0; i < values; i++) {
      mask[i] = masks[row * values + i];
    }
    return mask;
  }
}

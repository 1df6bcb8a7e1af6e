package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stoffprobe.config.Architecture;
import stoffprobe.config.Augmentation;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;
import stoffprobe.config.TrainingSettings.Optimizer;
import stoffprobe.data.LabelledImages;

/** The optimizers, in one graph run of several steps, against their formulas in double. */
final class OptimizersTest {

  private static final Normalization NORMALIZATION = new Normalization(255, 0.5, 0.5);
  private static final int STEPS = 5;

  @ParameterizedTest
  @CsvSource({
    "SGD, 0, 0",
    "SGD, 0.9, 0",
    "SGD, 0.9, 0.3",
    "ADAM, 0, 0",
    "ADAM, 0, 0.3",
    "ADAMW, 0, 0",
    "ADAMW, 0, 0.3"
  })
  void stepsAreThoseOfTheFormulas(Optimizer optimizer, double momentum, double decay) {
    LabelledImages data = TestImages.noise(1, 4, 4, 3);
    List<Layer> layers =
        List.of(
            new Layer.Conv2d(2, 3, Layer.Padding.SAME),
            new Layer.Relu(), // else the normalisation takes the bias off again: a gradient of 0
            new Layer.BatchNorm(0.5),
            new Layer.Activation(Layer.Activation.Function.TANH),
            new Layer.Flatten(),
            new Layer.Dense(3));
    Architecture architecture = Architecture.of(new Shape.Image(4, 4, 1), layers);
    Weights initial = Initialisation.draw(ParameterSpec.of(architecture), 9);
    Optimization optimization = new Optimization(optimizer, momentum, decay);
    ReferenceBatch reference = new ReferenceBatch(architecture, NORMALIZATION, initial);
    List<double[]> first = zeros(reference);
    List<double[]> second = zeros(reference);
    int[] order = new int[4 * STEPS];
    Arrays.setAll(order, i -> i % 4);

    try (TrainingGraph graph =
        new TrainingGraph(
            architecture,
            NORMALIZATION,
            initial,
            new TrainingGraph.Recipe(optimization, OptimizersTest::rate, 2, Augmentation.NONE),
            1,
            new Backend(false, 2))) {
      List<Float> losses = Losses.of(graph, data, order, 0, order.length, 4);
      for (int t = 1; t <= STEPS; t++) {
        assertThat((double) losses.get(t - 1)).isCloseTo(reference.loss(data), within(1e-5));
        List<double[]> statistics = List.copyOf(reference.statistics());
        List<double[]> gradients = reference.gradients(data);
        int statistic = 0;
        for (int i = 0; i < gradients.size(); i++) {
          double[] w = reference.parameters().get(i);
          if (!initial.specs().get(i).learned()) {
            double[] now = statistics.get(statistic++);
            Arrays.setAll(w, j -> 0.5 * w[j] + 0.5 * now[j]);
            continue;
          }
          step(optimization, t, w, gradients.get(i), first.get(i), second.get(i));
        }
      }
      Weights trained = graph.weights();
      for (int i = 0; i < trained.specs().size(); i++) {
        for (int j = 0; j < trained.specs().get(i).size(); j++) {
          assertThat((double) trained.values(i)[j])
              .as(trained.specs().get(i).name() + " " + j)
              .isCloseTo(reference.parameters().get(i)[j], within(2e-5));
        }
      }
      assertThat(graph.state().moments())
          .extracting(values -> values.length)
          .isEqualTo(
              optimization.moments(trained.specs()).stream()
                  .map(Optimization.Moment::size)
                  .toList());
    }
  }

  private static double rate(long step) {
    return 0.1 / step;
  }

  /** PyTorch's documentation of SGD, Adam and AdamW, line by line. */
  private static void step(
      Optimization optimization, int t, double[] w, double[] gradient, double[] m, double[] v) {
    double rate = rate(t);
    for (int j = 0; j < w.length; j++) {
      double g = gradient[j];
      if (optimization.optimizer() == Optimizer.ADAMW) {
        w[j] -= rate * optimization.weightDecay() * w[j];
      } else {
        g += optimization.weightDecay() * w[j];
      }
      if (optimization.optimizer() == Optimizer.SGD) {
        m[j] = optimization.momentum() * m[j] + g;
        w[j] -= rate * m[j];
        continue;
      }
      m[j] = 0.9 * m[j] + 0.1 * g;
      v[j] = 0.999 * v[j] + 0.001 * g * g;
      double mean = m[j] / (1 - Math.pow(0.9, t));
      w[j] -= rate * mean / (Math.sqrt(v[j] / (1 - Math.pow(0.999, t))) + 1e-8);
    }
  }

  private static List<double[]> zeros(ReferenceBatch reference) {
    List<double[]> zeros = new ArrayList<>();
    reference.parameters().forEach(tensor -> zeros.add(new double[tensor.length]));
    return zeros;
  }
}

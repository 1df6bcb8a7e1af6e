package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The optimizer against a sequence of steps worked out by hand. */
final class AdamTest {

  private static final float[] GRADIENTS = {0.5f, -1f, 2f, 0f};

  /**
   * With w = 1, rate 0.1 and the gradients above, by algorithm 1:
   *
   * <pre>
   * t   m         v                 m / (1 - 0.9^t)   sqrt(v / (1 - 0.999^t))   w
   * 1   0.05      0.00025           0.5               0.5                       0.9
   * 2   -0.055    0.00124975        -0.28947368       0.79068805                0.93661035
   * 3   0.1505    0.00524850025     0.55535055        1.32334831                0.89464479
   * 4   0.13545   0.00524325174975  0.39386450        1.14576647                0.86026916
   * </pre>
   */
  private static final double[] EXPECTED = {0.9, 0.93661035, 0.89464479, 0.86026916};

  @Test
  void fourStepsAreThoseWorkedOutByHand() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      BlockedTensor weight = BlockedTensor.create(tf, "weight", Shape.of(1), 1, 0);
      Placeholder<TFloat32> gradient =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1)));
      Placeholder<TFloat32> rate = tf.placeholder(TFloat32.class);
      Placeholder<TFloat32> epsilon = tf.placeholder(TFloat32.class);
      Adam adam = new Adam(tf, List.of(weight));
      Operand<TFloat32> updated =
          adam.update(tf, 0, 0, weight.operands().get(0), gradient, List.of(rate, epsilon));
      try (Session session = new Session(graph)) {
        session.run(tf.assign(weight.variables().get(0), tf.constant(new float[] {1f})));
        new VariableAccess(tf, adam.moments()).clear(session);
        for (int t = 1; t <= GRADIENTS.length; t++) {
          Session.Runner runner = session.runner();
          runner.addTarget(updated);
          try (TFloat32 gradientNow = TFloat32.vectorOf(GRADIENTS[t - 1]);
              TFloat32 rateNow = TFloat32.scalarOf(Adam.rate(0.1, t));
              TFloat32 epsilonNow = TFloat32.scalarOf(Adam.epsilon(t))) {
            runner
                .feed(gradient, gradientNow)
                .feed(rate, rateNow)
                .feed(epsilon, epsilonNow)
                .run()
                .close();
          }
          try (Result result = session.runner().fetch(weight.whole(tf)).run()) {
            assertThat((double) Floats.copyOf((TFloat32) result.get(0))[0])
                .as("after step " + t)
                .isCloseTo(EXPECTED[t - 1], within(1e-6));
          }
        }
      }
    }
  }

  @Test
  void theFirstStepOfASmallGradientIsTheRateLessEpsilonsShare() {
    // m / (1 - beta1) = g and sqrt(v / (1 - beta2)) = |g|, so the step is rate g / (|g| + epsilon).
    double g = 1e-7;
    double v = 0.001f * g * g;
    double step = Adam.rate(0.1, 1) * 0.1 * g / (Math.sqrt(v) + Adam.epsilon(1));

    assertThat(step).isCloseTo(0.1 * g / (g + 1e-8), within(1e-6));
  }
}

package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Constant;
import org.tensorflow.types.TFloat32;

/** Both forms of the loss against numbers worked out by hand; only one of them runs on a GPU. */
final class CrossEntropyTest {

  /** exp of the rows: 1, 2, 5 and, with 1000 taken away, 1, 1, 0. */
  private static final float[][] LOGITS = {
    {0, (float) Math.log(2), (float) Math.log(5)}, {1000, 1000, 0}
  };

  private static final float[][] TARGETS = {{0, 1, 0}, {1, 0, 0}};

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lossAndGradientAreThoseWorkedOutByHand(boolean gpu) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Constant<TFloat32> logits = tf.constant(LOGITS);
      Operand<TFloat32> each = CrossEntropy.each(tf, logits, tf.constant(TARGETS), gpu);
      Operand<?> gradient =
          tf.gradients(tf.reduceSum(each, tf.constant(0)), List.of(logits)).iterator().next();
      try (Session session = new Session(graph);
          Result result = session.runner().fetch(each).fetch(gradient).run()) {
        float[] losses = Floats.copyOf((TFloat32) result.get(0));
        float[] slopes = Floats.copyOf((TFloat32) result.get(1));

        // -ln(2 / 8) and -ln(1 / 2); the gradient is the softmax less the targets
        assertThat(losses[0]).isCloseTo((float) Math.log(4), within(1e-6f));
        assertThat(losses[1]).isCloseTo((float) Math.log(2), within(1e-6f));
        float[] expected = {1 / 8f, 2 / 8f - 1, 5 / 8f, -1 / 2f, 1 / 2f, 0};
        for (int i = 0; i < expected.length; i++) {
          assertThat(slopes[i]).as("slope " + i).isCloseTo(expected[i], within(1e-6f));
        }
      }
    }
  }

  @Test
  void theFormForAGpuHasNoOperationThatFailsThereUnderDeterminism() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Constant<TFloat32> logits = tf.constant(LOGITS);
      Operand<TFloat32> each = CrossEntropy.each(tf, logits, tf.constant(TARGETS), true);
      tf.gradients(tf.reduceSum(each, tf.constant(0)), List.of(logits));

      Iterator<GraphOperation> operations = graph.operations();
      assertThat(operations)
          .toIterable()
          .extracting(GraphOperation::type)
          .contains("LogSoftmax")
          .noneMatch(type -> type.contains("CrossEntropy"));
    }
  }
}

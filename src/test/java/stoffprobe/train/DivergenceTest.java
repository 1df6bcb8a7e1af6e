package stoffprobe.train;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.engine.StageException;
import stoffprobe.model.Optimization;
import stoffprobe.model.ParameterSpec;
import stoffprobe.model.TrainingState;
import stoffprobe.model.Weights;

/** A training that went wrong without a word ends in a report that looks like any other. */
final class DivergenceTest {

  private static final Divergence DIVERGENCE = new Divergence(0.5);

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aBatchsLossIsNamedWithEpochAndBatch(float loss) {
    assertThatThrownBy(() -> DIVERGENCE.batch(2, 17, loss))
        .isInstanceOf(StageException.class)
        .hasMessage(
            "the training loss became %s in epoch 2, batch 17. A smaller training.learning-rate"
                + " than 0.5 usually helps.",
            loss);
  }

  @Test
  void beforeTheFirstStepTheLearningRateIsNotTheReason() {
    assertThatThrownBy(() -> DIVERGENCE.batch(1, 1, Float.NaN))
        .hasMessageContainingAll("epoch 1, batch 1", "preprocess.std")
        .hasMessageNotContaining("learning-rate");
    assertThatThrownBy(() -> DIVERGENCE.untrained(Double.NaN))
        .hasMessageContainingAll("untrained", "NaN", "preprocess.mean", "preprocess.std");
  }

  @Test
  void theLastBatchOfAnEpochIsSeenByTheLossAfterIt() {
    assertThatThrownBy(() -> DIVERGENCE.watched(3, Double.NaN))
        .hasMessageContainingAll("NaN", "after the last batch of epoch 3", "0.5");
  }

  @Test
  void weightsThatAreNoNumbersAreNamedThoughEveryLossIsOne() {
    assertThatThrownBy(() -> look(4, state(Float.NaN, 0, 0)))
        .hasMessageContainingAll("the weights of layer1_bias", "NaN", "epoch 4", "learning-rate");
    assertThatThrownBy(() -> look(4, state(0, Float.POSITIVE_INFINITY, 0)))
        .hasMessageContaining("the mean gradients of layer1_bias became Infinity");
    assertThatThrownBy(() -> look(4, state(0, 0, Float.POSITIVE_INFINITY)))
        .hasMessageContaining("the mean squared gradients of layer1_bias became Infinity");
  }

  @Test
  void numbersPass() {
    assertThatCode(
            () -> {
              DIVERGENCE.untrained(2.3);
              DIVERGENCE.batch(1, 1, 2.3f);
              DIVERGENCE.watched(1, Float.MAX_VALUE);
              look(1, state(-1, 0.5f, 1e-30f));
            })
        .doesNotThrowAnyException();
  }

  private static void look(int epoch, TrainingState state) throws StageException {
    DIVERGENCE.state(epoch, state, Optimization.ADAM.moments(state.weights().specs()));
  }

  /** The last value of the bias is what is given; all others are zero. */
  private static TrainingState state(float weight, float mean, float square) {
    List<ParameterSpec> specs =
        List.of(
            new ParameterSpec(ParameterSpec.Role.KERNEL, "layer1_kernel", List.of(2, 2), 1, 2),
            new ParameterSpec(ParameterSpec.Role.BIAS, "layer1_bias", List.of(2), 1, 2));
    return new TrainingState(
        new Weights(specs, List.of(new float[4], new float[] {0, weight})),
        List.of(new float[4], new float[4], new float[] {0, mean}, new float[] {0, square}),
        1);
  }
}

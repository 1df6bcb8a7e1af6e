package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.SigmoidGrad;
import org.tensorflow.op.math.TanhGrad;
import org.tensorflow.op.nn.AvgPoolGrad;
import org.tensorflow.op.nn.EluGrad;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * The layers that have nothing to learn and take each image alone.
 *
 * @param placed the layer
 */
record PlainPasses(Kernels kernels, Architecture.Placed placed) {

  /** The layer's pass; an error if it is none of these. */
  LayerPass pass() {
    Ops tf = kernels.tf();
    Layer layer = placed.layer();
    if (layer instanceof Layer.Flatten) {
      return new SimplePass(
          x -> reshape(tf, x, placed.output()), (x, y, g) -> reshape(tf, g, placed.input()));
    } else if (layer instanceof Layer.Relu) {
      return new SimplePass(tf.nn::relu, (x, y, g) -> tf.nn.reluGrad(g, y));
    } else if (layer instanceof Layer.LeakyRelu leaky) {
      return leakyRelu(leaky.slope());
    } else if (layer instanceof Layer.Activation activation) {
      return activation(activation.function());
    } else if (layer instanceof Layer.MaxPool pool) {
      return new SimplePass(
          x -> kernels.maxPool(x, pool.size()),
          (x, y, g) -> kernels.maxPoolGradient(x, y, g, pool.size()));
    } else if (layer instanceof Layer.AveragePool pool) {
      return averagePool(pool.size());
    } else if (layer instanceof Layer.GlobalAveragePool) {
      return globalAveragePool();
    }
    throw new IllegalStateException("no operations for the layer " + layer.word());
  }

  private LayerPass leakyRelu(double slope) {
    Ops tf = kernels.tf();
    return new SimplePass(
        x -> tf.nn.leakyRelu(x, org.tensorflow.op.nn.LeakyRelu.alpha((float) slope)),
        (x, y, g) -> kernels.leakyReluGradient(y, g, slope));
  }

  private LayerPass activation(Layer.Activation.Function function) {
    Ops tf = kernels.tf();
    return switch (function) {
      case ELU -> new SimplePass(tf.nn::elu, (x, y, g) -> EluGrad.create(tf.scope(), g, y));
      case SIGMOID ->
          new SimplePass(tf.math::sigmoid, (x, y, g) -> SigmoidGrad.create(tf.scope(), y, g));
      case TANH -> new SimplePass(tf.math::tanh, (x, y, g) -> TanhGrad.create(tf.scope(), y, g));
    };
  }

  private LayerPass averagePool(int size) {
    Ops tf = kernels.tf();
    List<Long> window = List.of(1L, (long) size, (long) size, 1L);
    return new SimplePass(
        x -> tf.nn.avgPool(x, window, window, "VALID"),
        (x, y, g) -> AvgPoolGrad.create(tf.scope(), tf.shape(x), g, window, window, "VALID"));
  }

  private LayerPass globalAveragePool() {
    Ops tf = kernels.tf();
    int channels = placed.input().last();
    float share = (float) channels / placed.input().size();
    return new SimplePass(
        x -> tf.math.mean(x, tf.array(1, 2)),
        (x, y, g) ->
            tf.broadcastTo(
                tf.reshape(tf.math.mul(g, tf.constant(share)), tf.array(-1, 1, 1, channels)),
                tf.shape(x)));
  }

  /** To [b, values], or to [b, height, width, channels]. */
  static Operand<TFloat32> reshape(Ops tf, Operand<TFloat32> x, Shape shape) {
    if (shape instanceof Shape.Image image) {
      return tf.reshape(
          x, tf.constant(new int[] {-1, image.height(), image.width(), image.channels()}));
    }
    return tf.reshape(x, tf.constant(new int[] {-1, Math.toIntExact(shape.size())}));
  }
}

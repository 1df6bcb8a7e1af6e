package stoffprobe.model;

import java.util.Iterator;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.Scope;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * A network's forward pass as TensorFlow operations: from uint8 images to logits. b is the batch,
 * which is not known when the graph is built.
 */
final class Forward {

  private final Graph graph;
  private final Ops tf;
  private final Architecture architecture;
  private final Normalization normalization;

  Forward(Graph graph, Ops tf, Architecture architecture, Normalization normalization) {
    this.graph = graph;
    this.tf = tf;
    this.architecture = architecture;
    this.normalization = normalization;
  }

  /**
   * The logits, float32 {@code [b, k]}.
   *
   * @param images uint8 {@code [b, height, width]}
   * @param parameters in the order of {@link ParameterSpec#of}
   * @param dropout what a dropout layer does here
   */
  Operand<TFloat32> logits(
      Operand<TUint8> images, List<? extends Operand<TFloat32>> parameters, Dropout dropout) {
    Iterator<? extends Operand<TFloat32>> rest = parameters.iterator();
    List<Architecture.Placed> layers = architecture.layers();
    Operand<TFloat32> x = normalised(images);
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i).layer();
      if (layer instanceof Layer.Dropout drop) {
        x = dropout.apply(tf, x, drop.rate(), i);
      } else if (layer instanceof Layer.Conv2d conv) {
        Pooling pooling = Pooling.after(layers, i);
        x = convolution(x, conv, pooling, rest);
        i += pooling.layers();
      } else {
        x = layer(layers.get(i), x, rest);
      }
    }
    return x;
  }

  /** uint8 [b, h, w] to float32 [b, h, w, 1]; as one product and one sum, rounded once each. */
  private Operand<TFloat32> normalised(Operand<TUint8> images) {
    double factor = 1 / (normalization.scale() * normalization.std());
    double offset = -normalization.mean() / normalization.std();
    Operand<TFloat32> pixels = tf.dtypes.cast(images, TFloat32.class);
    Operand<TFloat32> scaled = tf.math.mul(pixels, tf.constant((float) factor));
    return tf.expandDims(tf.math.add(scaled, tf.constant((float) offset)), tf.constant(-1));
  }

  private Operand<TFloat32> layer(
      Architecture.Placed placed,
      Operand<TFloat32> x,
      Iterator<? extends Operand<TFloat32>> parameters) {
    Layer layer = placed.layer();
    if (layer instanceof Layer.Flatten) {
      return tf.reshape(x, tf.constant(new int[] {-1, width(placed.output())})); // [b, h*w*c]
    } else if (layer instanceof Layer.Dense) {
      return tf.nn.biasAdd(tf.linalg.matMul(x, parameters.next()), parameters.next()); // [b, out]
    } else if (layer instanceof Layer.Relu) {
      return tf.nn.relu(x);
    } else if (layer instanceof Layer.MaxPool pool) {
      return maxPool(x, pool.size()); // [b, h/size, w/size, c]
    }
    throw new IllegalStateException("no operations for the layer " + layer.word());
  }

  /**
   * A convolution with its bias, and the ReLU and the max-pool that may follow it: pooled first.
   * The bias is one number a channel and both it and ReLU are monotonic, so the largest of a window
   * stays the largest: the same result with a fraction of the additions.
   */
  private Operand<TFloat32> convolution(
      Operand<TFloat32> x,
      Layer.Conv2d conv,
      Pooling pooling,
      Iterator<? extends Operand<TFloat32>> parameters) {
    Operand<TFloat32> kernel = parameters.next();
    Operand<TFloat32> maps =
        tf.nn.conv2d(x, kernel, List.of(1L, 1L, 1L, 1L), conv.padding().name());
    if (pooling.size() > 1) {
      maps = maxPool(maps, pooling.size());
    }
    Operand<TFloat32> biased = tf.nn.biasAdd(maps, parameters.next()); // [b, h, w, filters]
    return pooling.relu() ? tf.nn.relu(biased) : biased;
  }

  /**
   * The first version of the operation, whose window is an attribute: oneDNN has a kernel for it
   * and none for the second, which the generated method {@code tf.nn.maxPool} stands for.
   */
  private Operand<TFloat32> maxPool(Operand<TFloat32> x, int size) {
    Scope scope = tf.scope();
    long[] window = {1, size, size, 1};
    Output<TFloat32> pooled =
        graph
            .opBuilder("MaxPool", scope.makeOpName("MaxPool"), scope)
            .addInput(x.asOutput())
            .setAttr("ksize", window)
            .setAttr("strides", window)
            .setAttr("padding", "VALID")
            .build()
            .output(0);
    return pooled;
  }

  private static int width(Shape shape) {
    if (shape instanceof Shape.Vector vector) {
      return Math.toIntExact(vector.size());
    }
    throw new IllegalStateException("flatten gives a vector, not " + shape);
  }

  /** What a dropout layer does: something in training, nothing afterwards. */
  @FunctionalInterface
  interface Dropout {

    /** Leaves every value as it is. */
    Dropout NONE = (tf, x, rate, layer) -> x;

    /**
     * Drops some of the values.
     *
     * @param rate the share of values to drop
     * @param layer the layer's index in the layer list
     */
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, double rate, int layer);
  }

  /**
   * Inverted dropout from a counter-based generator (Philox, as TensorFlow's stateless operations
   * use it): the values dropped depend on the key and the step alone, never on timing.
   *
   * @param key made from the run's seed, the layer and the shard
   * @param step int32 scalar, the number of the training step
   */
  static Operand<TFloat32> drop(
      Ops tf, Operand<TFloat32> x, double rate, int key, Operand<TInt32> step) {
    Operand<TInt32> seed = tf.stack(List.of(tf.constant(key), step)); // [2]
    Operand<TFloat32> uniform = tf.random.statelessRandomUniform(tf.shape(x), seed); // like x
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) rate)), TFloat32.class);
    return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
  }
}

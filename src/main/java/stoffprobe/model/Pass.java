package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * A batch's way through a network as TensorFlow operations: forward from uint8 images to logits,
 * and back to the gradients. b is the batch's size, which is not known when the graph is built.
 *
 * <p>Each shard of the batch goes through the layers for images alone, as a block of rows; a dense
 * layer takes the whole batch, and its columns in blocks instead.
 */
final class Pass {

  private final Kernels kernels;
  private final Ops tf;
  private final Architecture architecture;
  private final Normalization normalization;
  private final List<List<Operand<TFloat32>>> parameters;
  private final Masks masks;
  private final List<LayerPass> layers = new ArrayList<>();

  /** How many of the layers stand before the first that has parameters. */
  private int withoutParameters;

  /** The masks of dropout layers: some in training, none afterwards. */
  @FunctionalInterface
  interface Masks {

    /** Nothing is dropped. */
    Masks NONE = layer -> List.of();

    /** For the layer at an index of the layer list, one for each block of rows, or none. */
    List<Operand<TFloat32>> of(int layer);
  }

  /**
   * A pass that has still to be made.
   *
   * @param parameters in the order of {@link ParameterSpec#of}, each in its blocks of columns
   */
  Pass(
      Graph graph,
      Ops tf,
      Architecture architecture,
      Normalization normalization,
      List<List<Operand<TFloat32>>> parameters,
      Masks masks) {
    this.kernels = new Kernels(graph, tf);
    this.tf = tf;
    this.architecture = architecture;
    this.normalization = normalization;
    this.parameters = parameters;
    this.masks = masks;
  }

  /**
   * Adds the way to the logits, float32 {@code [b, k]}.
   *
   * @param images uint8 {@code [b, height, width]}, in blocks of rows
   */
  Operand<TFloat32> logits(List<? extends Operand<TUint8>> images) {
    build();
    List<Operand<TFloat32>> x = new ArrayList<>();
    images.forEach(block -> x.add(normalised(block)));
    List<Operand<TFloat32>> y = x;
    for (LayerPass layer : layers) {
      y = layer.forward(y);
    }
    return Blocks.joinRows(tf, y);
  }

  /** Into how many blocks of rows a network takes a batch: the shards, if it looks at images. */
  static int rowBlocks(Architecture architecture, int shards) {
    boolean spatial =
        architecture.layers().stream()
            .map(Architecture.Placed::layer)
            .anyMatch(layer -> layer instanceof Layer.Conv2d || layer instanceof Layer.MaxPool);
    return spatial ? shards : 1;
  }

  /**
   * Adds the way back.
   *
   * @param gradient d loss / d logits, float32 {@code [b, k]}
   * @return d loss / d parameter in the order of the parameters, a gradient a block
   */
  List<List<Gradient>> back(Operand<TFloat32> gradient) {
    List<Operand<TFloat32>> g = List.of(gradient);
    for (int i = layers.size() - 1; i >= withoutParameters; i--) {
      g = layers.get(i).back(g, i > withoutParameters);
    }
    List<List<Gradient>> gradients = new ArrayList<>();
    layers.forEach(layer -> gradients.addAll(layer.gradients()));
    return gradients;
  }

  /** uint8 [b, h, w] to float32 [b, h, w, 1]; as one product and one sum, rounded once each. */
  private Operand<TFloat32> normalised(Operand<TUint8> images) {
    Operand<TFloat32> pixels = tf.dtypes.cast(images, TFloat32.class);
    Operand<TFloat32> scaled = tf.math.mul(pixels, tf.constant(normalization.factor()));
    return tf.expandDims(tf.math.add(scaled, tf.constant(normalization.offset())), tf.constant(-1));
  }

  private void build() {
    List<Architecture.Placed> placed = architecture.layers();
    int next = 0; // parameter
    for (int i = 0; i < placed.size(); i++) {
      Layer layer = placed.get(i).layer();
      if (layer instanceof Layer.Conv2d || layer instanceof Layer.Dense) {
        if (next == 0) {
          withoutParameters = layers.size();
        }
        Following following = Following.after(placed, i);
        ParameterBlocks blocks =
            new ParameterBlocks(parameters.get(next), parameters.get(next + 1));
        layers.add(withParameters(placed.get(i), following, blocks));
        next += 2;
        i += following.layers();
      } else if (!(layer instanceof Layer.Dropout) || !masks.of(i).isEmpty()) {
        layers.add(plain(placed.get(i), i));
      }
    }
  }

  private LayerPass withParameters(
      Architecture.Placed placed, Following following, ParameterBlocks blocks) {
    if (placed.layer() instanceof Layer.Dense dense) {
      return new DensePass(tf, blocks, dense.units(), following.relu());
    } else if (placed.layer() instanceof Layer.Conv2d conv
        && placed.input() instanceof Shape.Image input) {
      return new ConvolutionPass(kernels, conv, following, blocks, input.channels());
    }
    throw new IllegalStateException("no parameters for the layer " + placed.layer().word());
  }

  private LayerPass plain(Architecture.Placed placed, int index) {
    Layer layer = placed.layer();
    if (layer instanceof Layer.Flatten) {
      return new SimplePass(
          x -> reshape(tf, x, placed.output()), (x, y, g) -> reshape(tf, g, placed.input()));
    } else if (layer instanceof Layer.Relu) {
      return new SimplePass(tf.nn::relu, (x, y, g) -> tf.nn.reluGrad(g, y));
    } else if (layer instanceof Layer.MaxPool pool) {
      return new SimplePass(
          x -> kernels.maxPool(x, pool.size()),
          (x, y, g) -> kernels.maxPoolGradient(x, y, g, pool.size()));
    } else if (layer instanceof Layer.Dropout) {
      return new DropoutPass(tf, masks.of(index));
    }
    throw new IllegalStateException("no operations for the layer " + layer.word());
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

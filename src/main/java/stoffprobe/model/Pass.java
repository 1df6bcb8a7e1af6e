package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * layer takes the whole batch, and its kernel in blocks instead.
 */
final class Pass {

  private final Kernels kernels;
  private final Ops tf;
  private final Architecture architecture;
  private final Normalization normalization;
  private final List<List<Operand<TFloat32>>> parameters;
  private final Optional<FedBatch> training;
  private LayerChain layers = new LayerChain(List.of());

  /** Which of the parameters the next layer takes. */
  private int next;

  /**
   * A pass that has still to be made.
   *
   * @param parameters in the order of {@link ParameterSpec#of}, each in its blocks
   * @param training the batch in training, none afterwards
   */
  Pass(
      Graph graph,
      Ops tf,
      Architecture architecture,
      Normalization normalization,
      List<List<Operand<TFloat32>>> parameters,
      Optional<FedBatch> training) {
    this.kernels = new Kernels(graph, tf);
    this.tf = tf;
    this.architecture = architecture;
    this.normalization = normalization;
    this.parameters = parameters;
    this.training = training;
  }

  /**
   * Adds the way to the logits, float32 {@code [b, k]}.
   *
   * @param images uint8 {@code [b, height, width, channels]}, or {@code [b, height, width]} if they
   *     are grey, in blocks of rows
   */
  Operand<TFloat32> logits(List<? extends Operand<TUint8>> images) {
    layers = chain(architecture.layers());
    List<Operand<TFloat32>> x = new ArrayList<>();
    images.forEach(block -> x.add(normalised(block)));
    return Blocks.joinRows(tf, layers.forward(x));
  }

  /** Into how many blocks of rows a network takes a batch: the shards, if it looks at images. */
  static int rowBlocks(Architecture architecture, int shards) {
    boolean spatial =
        architecture.all().stream()
            .map(Architecture.Placed::layer)
            .anyMatch(
                layer ->
                    layer instanceof Layer.Conv2d
                        || layer instanceof Layer.MaxPool
                        || layer instanceof Layer.AveragePool);
    return spatial ? shards : 1;
  }

  /**
   * Adds the way back.
   *
   * @param gradient d loss / d logits, float32 {@code [b, k]}
   * @return d loss / d parameter in the order of the parameters, a gradient a block
   */
  List<List<Gradient>> back(Operand<TFloat32> gradient) {
    layers.back(List.of(gradient), false);
    return layers.gradients();
  }

  /**
   * uint8 [b, h, w] or [b, h, w, channels] to float32 [b, h, w, channels]; as one product and one
   * sum, rounded once each.
   */
  private Operand<TFloat32> normalised(Operand<TUint8> images) {
    int channels = ImageShape.of(architecture).channels();
    Operand<TFloat32> pixels = tf.dtypes.cast(images, TFloat32.class);
    Operand<TFloat32> scaled =
        tf.math.mul(pixels, constant(normalization.factors(channels), normalization.single()));
    Operand<TFloat32> shifted =
        tf.math.add(scaled, constant(normalization.offsets(channels), normalization.single()));
    boolean flat = images.shape().numDimensions() == 3;
    return flat ? tf.expandDims(shifted, tf.constant(-1)) : shifted;
  }

  /** A scalar if it is the same for all channels, else [channels]. */
  private Operand<TFloat32> constant(float[] values, boolean single) {
    return single ? tf.constant(values[0]) : tf.constant(values);
  }

  private LayerChain chain(List<Architecture.Placed> placed) {
    List<LayerPass> chain = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Layer layer = placed.get(i).layer();
      if (layer instanceof Layer.Conv2d || layer instanceof Layer.Dense) {
        DensePair pair = DensePair.at(placed, i).orElse(null);
        if (pair != null && parameters.get(next).size() > 1) {
          chain.add(densePair(placed.get(i), pair));
          i += pair.layers();
          continue;
        }
        Following following = Following.after(placed, i);
        chain.add(withKernel(placed.get(i), following));
        i += following.layers();
      } else if (!(layer instanceof Layer.Dropout) || training.isPresent()) {
        chain.add(pass(placed.get(i)));
      }
    }
    return new LayerChain(chain);
  }

  private LayerPass withKernel(Architecture.Placed placed, Following following) {
    if (placed.layer() instanceof Layer.Conv2d conv) {
      int channels = placed.input().last();
      return new ConvolutionPass(kernels, conv, following, kernelAndBias(), channels);
    }
    return dense(placed, following);
  }

  private DensePass dense(Architecture.Placed placed, Following following) {
    return new DensePass(tf, kernelAndBias(), placed.output().last(), following.relu());
  }

  private LayerPass densePair(Architecture.Placed placed, DensePair pair) {
    DensePass first = dense(placed, pair.between());
    return new DensePairPass(tf, first, kernelAndBias(), pair.after().relu());
  }

  private ParameterBlocks kernelAndBias() {
    next += 2;
    return new ParameterBlocks(parameters.get(next - 2), parameters.get(next - 1));
  }

  private LayerPass pass(Architecture.Placed placed) {
    Layer layer = placed.layer();
    if (layer instanceof Layer.Dropout) {
      return new DropoutPass(tf, training.orElseThrow().factors(placed.number()));
    } else if (layer instanceof Layer.BatchNorm norm) {
      return batchNorm(norm, placed.input());
    } else if (layer instanceof Layer.Residual) {
      return new ResidualPass(tf, chain(placed.inner()), chain(placed.shortcut()));
    }
    return new PlainPasses(kernels, placed).pass();
  }

  private LayerPass batchNorm(Layer.BatchNorm norm, Shape input) {
    List<Operand<TFloat32>> own =
        parameters.subList(next, next + 4).stream().map(blocks -> blocks.get(0)).toList();
    next += own.size();
    return training.isPresent()
        ? new BatchNormPass(tf, own, norm, training.get().shares(), input)
        : BatchNormPass.afterwards(tf, own);
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.config.Architecture;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/**
 * What one step of a run is fed: its batch, the masks of its dropout layers, and Adam's scalars.
 */
final class StepFeed implements AutoCloseable {

  private final int blocks;
  private final int height;
  private final int width;
  private final List<DropoutLayer> dropouts;
  private final long seed;
  private final List<Placeholder<TUint8>> images = new ArrayList<>();
  private final Placeholder<TUint8> labels;
  private final Placeholder<TFloat32> shares;
  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> epsilon;
  private final List<List<Placeholder<TUint8>>> masks = new ArrayList<>();
  private final TFloat32 rateNow = TFloat32.scalarOf(0);
  private final TFloat32 epsilonNow = TFloat32.scalarOf(0);
  private final Map<Integer, BatchTensors> tensors = new HashMap<>(); // by the batch's size

  /**
   * Adds the placeholders to the graph.
   *
   * @param blocks of rows that the network gets a batch in
   * @param seed where the values that dropout drops come from
   */
  StepFeed(Ops tf, Architecture architecture, int blocks, long seed) {
    var image = (stoffprobe.config.Shape.Image) architecture.layers().get(0).input();
    this.blocks = blocks;
    this.height = image.height();
    this.width = image.width();
    this.dropouts = DropoutLayer.of(architecture, blocks);
    this.seed = seed;
    Shape rows = Shape.of(Shape.UNKNOWN_SIZE, height, width);
    for (int block = 0; block < blocks; block++) {
      images.add(tf.placeholder(TUint8.class, Placeholder.shape(rows)));
    }
    labels = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
    shares = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, 1)));
    rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    epsilon = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    for (DropoutLayer dropout : dropouts) {
      Shape mask = Shape.of(Shape.UNKNOWN_SIZE, dropout.values());
      List<Placeholder<TUint8>> ofLayer = new ArrayList<>();
      for (int block = 0; block < dropout.blocks(); block++) {
        ofLayer.add(tf.placeholder(TUint8.class, Placeholder.shape(mask)));
      }
      masks.add(ofLayer);
    }
  }

  /** uint8 [b, h, w], in blocks of rows. */
  List<Placeholder<TUint8>> images() {
    return images;
  }

  /** uint8 [b]. */
  Operand<TUint8> labels() {
    return labels;
  }

  /** float32 [b, 1]. */
  Operand<TFloat32> shares() {
    return shares;
  }

  /** Scalar. */
  Operand<TFloat32> rate() {
    return rate;
  }

  /** Scalar. */
  Operand<TFloat32> epsilon() {
    return epsilon;
  }

  /** What each dropout layer multiplies its values with: 0, or 1 / (1 - its rate). */
  Pass.Masks masks(Ops tf) {
    return layer -> {
      List<Operand<TFloat32>> factors = new ArrayList<>();
      for (int i = 0; i < dropouts.size(); i++) {
        DropoutLayer dropout = dropouts.get(i);
        if (dropout.index() == layer) {
          Operand<TFloat32> kept = tf.constant((float) (1 / (1 - dropout.rate())));
          for (Placeholder<TUint8> mask : masks.get(i)) {
            Operand<TFloat32> factor = tf.math.mul(tf.dtypes.cast(mask, TFloat32.class), kept);
            factors.add(Pass.reshape(tf, factor, dropout.shape()));
          }
        }
      }
      return factors;
    };
  }

  /**
   * Fills the tensors and feeds them to a run.
   *
   * @param order the images of the epoch in their order; the batch is {@code order[from]} to before
   *     {@code order[to]}
   * @param step its number, from 1
   */
  void feed(
      Session.Runner runner,
      LabelledImages data,
      int[] order,
      int from,
      int to,
      long step,
      double learningRate) {
    BatchTensors batch = tensors.computeIfAbsent(to - from, this::allocate);
    batch.fill(data, order, from);
    for (int i = 0; i < dropouts.size(); i++) {
      DropoutLayer dropout = dropouts.get(i);
      batch.drop(i, dropout, RandomStream.of(seed, "dropout", dropout.index(), step));
      for (int block = 0; block < dropout.blocks(); block++) {
        runner.feed(masks.get(i).get(block), batch.mask(i, block));
      }
    }
    for (int block = 0; block < blocks; block++) {
      runner.feed(images.get(block), batch.images(block));
    }
    rateNow.setFloat(Adam.rate(learningRate, step));
    epsilonNow.setFloat(Adam.epsilon(step));
    runner
        .feed(labels, batch.labels())
        .feed(shares, batch.shares())
        .feed(rate, rateNow)
        .feed(epsilon, epsilonNow);
  }

  @Override
  public void close() {
    tensors.values().forEach(BatchTensors::close);
    rateNow.close();
    epsilonNow.close();
  }

  private BatchTensors allocate(int size) {
    return new BatchTensors(new BatchLayout(size, blocks), height, width, dropouts);
  }
}

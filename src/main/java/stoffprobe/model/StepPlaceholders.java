package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** Where a step of the graph gets its batch, the masks of its dropout layers and Adam's scalars. */
final class StepPlaceholders {

  private final Ops tf;
  private final List<DropoutLayer> dropouts;
  private final List<Placeholder<TUint8>> images = new ArrayList<>();
  private final Placeholder<TUint8> labels;
  private final Placeholder<TFloat32> shares;
  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> epsilon;
  private final List<List<Placeholder<TUint8>>> masks = new ArrayList<>();

  /** Adds the placeholders to the graph. */
  StepPlaceholders(Ops tf, StepTensors.Shapes shapes) {
    this.tf = tf;
    this.dropouts = shapes.dropouts();
    Shape rows = Shape.of(Shape.UNKNOWN_SIZE, shapes.height(), shapes.width());
    for (int block = 0; block < shapes.blocks(); block++) {
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

  /**
   * What a dropout layer multiplies its values with, 0 or 1 / (1 - rate), for each block of rows.
   *
   * @param layer its index in the layer list
   */
  List<Operand<TFloat32>> factors(int layer) {
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
  }

  /** Feeds what was filled in. */
  void feed(Session.Runner runner, StepTensors tensors) {
    BatchTensors batch = tensors.batch();
    for (int block = 0; block < images.size(); block++) {
      runner.feed(images.get(block), batch.images(block));
    }
    for (int i = 0; i < masks.size(); i++) {
      for (int block = 0; block < masks.get(i).size(); block++) {
        runner.feed(masks.get(i).get(block), batch.mask(i, block));
      }
    }
    runner
        .feed(labels, batch.labels())
        .feed(shares, batch.shares())
        .feed(rate, tensors.rate())
        .feed(epsilon, tensors.epsilon());
  }
}

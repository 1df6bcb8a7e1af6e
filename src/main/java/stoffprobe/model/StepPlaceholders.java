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

/**
 * Where a step of the graph gets its batch, the masks of its dropout layers and the optimizer's
 * scalars.
 */
final class StepPlaceholders implements FedBatch {

  private final Ops tf;
  private final List<DropoutLayer> dropouts;
  private final List<Placeholder<TUint8>> images = new ArrayList<>();
  private final Placeholder<TFloat32> targets;
  private final Placeholder<TFloat32> shares;
  private final List<Placeholder<TFloat32>> scalars = new ArrayList<>();
  private final List<List<Placeholder<TUint8>>> masks = new ArrayList<>();

  /** Adds the placeholders to the graph. */
  StepPlaceholders(Ops tf, StepTensors.Shapes shapes) {
    this.tf = tf;
    this.dropouts = shapes.dropouts();
    Shape rows = ImageShape.fed(Shape.UNKNOWN_SIZE, shapes.image());
    for (int block = 0; block < shapes.blocks(); block++) {
      images.add(tf.placeholder(TUint8.class, Placeholder.shape(rows)));
    }
    Shape perClass = Shape.of(Shape.UNKNOWN_SIZE, shapes.classes());
    targets = tf.placeholder(TFloat32.class, Placeholder.shape(perClass));
    shares = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, 1)));
    for (int i = 0; i < shapes.recipe().optimization().scalars(); i++) {
      scalars.add(tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
    }
    for (DropoutLayer dropout : dropouts) {
      Shape mask = Shape.of(Shape.UNKNOWN_SIZE, dropout.values());
      List<Placeholder<TUint8>> ofLayer = new ArrayList<>();
      for (int block = 0; block < dropout.blocks(); block++) {
        ofLayer.add(tf.placeholder(TUint8.class, Placeholder.shape(mask)));
      }
      masks.add(ofLayer);
    }
  }

  /** uint8 [b, h, w, channels], in blocks of rows. */
  List<Placeholder<TUint8>> images() {
    return images;
  }

  /** float32 [b, k]: each image's label as one-hot vector, times its share. */
  Operand<TFloat32> targets() {
    return targets;
  }

  @Override
  public Operand<TFloat32> shares() {
    return shares;
  }

  /** What {@link Optimization#scalars} gives. */
  List<Placeholder<TFloat32>> scalars() {
    return scalars;
  }

  @Override
  public List<Operand<TFloat32>> factors(int layer) {
    List<Operand<TFloat32>> factors = new ArrayList<>();
    for (int i = 0; i < dropouts.size(); i++) {
      DropoutLayer dropout = dropouts.get(i);
      if (dropout.index() == layer) {
        Operand<TFloat32> kept = tf.constant((float) (1 / (1 - dropout.rate())));
        for (Placeholder<TUint8> mask : masks.get(i)) {
          Operand<TFloat32> factor = tf.math.mul(tf.dtypes.cast(mask, TFloat32.class), kept);
          factors.add(PlainPasses.reshape(tf, factor, dropout.shape()));
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
    for (int i = 0; i < scalars.size(); i++) {
      runner.feed(scalars.get(i), tensors.scalar(i));
    }
    runner.feed(targets, batch.targets()).feed(shares, batch.shares());
  }
}

package stoffprobe.bench.peer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.Locale;

/** The two networks of {@code pipelines/fashion-mnist.yaml}, layer by layer. */
enum PeerNetwork {
  MLP {
    @Override
    Block newBlock() {
      return new SequentialBlock()
          .add(Blocks.batchFlattenBlock())
          .add(dense(256))
          .add(Activation.reluBlock())
          .add(dense(128))
          .add(Activation.reluBlock())
          .add(dense(CLASSES));
    }
  },
  CNN {
    @Override
    Block newBlock() {
      return new SequentialBlock()
          .add(convolution(32))
          .add(Activation.reluBlock())
          .add(halve())
          .add(convolution(64))
          .add(Activation.reluBlock())
          .add(halve())
          .add(Blocks.batchFlattenBlock())
          .add(Dropout.builder().optRate(0.25f).build())
          .add(dense(128))
          .add(Activation.reluBlock())
          .add(dense(CLASSES));
    }
  };

  static final int CLASSES = 10;

  abstract Block newBlock();

  /** The name of the saved parameters. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@code mlp} or {@code cnn}. */
  static PeerNetwork named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Block dense(int units) {
    return Linear.builder().setUnits(units).build();
  }

  private static Block convolution(int filters) {
    return Conv2d.builder()
        .setKernelShape(new Shape(3, 3))
        .optPadding(new Shape(1, 1))
        .setFilters(filters)
        .build();
  }

  private static Block halve() {
    return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
  }
}

package stoffprobe.bench.program;

import java.util.SplittableRandom;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * Measures TensorFlow's matrix product.
 *
 * <p>Arguments: threads inside a product, and how many products at once. The first is what one
 * product reaches on so many cores; one thread each and as many products as cores is how training
 * in shards uses the machine.
 */
public final class OwnMatrixProduct {

  private OwnMatrixProduct() {}

  /** Prints the reading of {@link MatrixRates}. */
  public static void main(String[] args) {
    int threads = Integer.parseInt(args[0]);
    int products = Integer.parseInt(args[1]);
    ConfigProto config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(products)
            .putDeviceCount("GPU", 0)
            .build();
    Shape shape = Shape.of(MatrixRates.SIDE, MatrixRates.SIDE);
    try (Graph graph = new Graph();
        Session session = new Session(graph, config);
        TFloat32 left = random(1, shape);
        TFloat32 right = random(2, shape)) {
      Ops tf = Ops.create(graph);
      for (int i = 0; i < products; i++) {
        // Fed, as the product of two constants would be computed once and kept; each from operands
        // of its own, as equal products would be computed once.
        Placeholder<TFloat32> a = operand(tf, "left" + i, shape);
        Placeholder<TFloat32> b = operand(tf, "right" + i, shape);
        tf.withName("product" + i).linalg.matMul(a, b);
      }
      Runnable multiply =
          () -> {
            Session.Runner runner = session.runner();
            for (int i = 0; i < products; i++) {
              // A target, not fetched: no product is copied.
              runner.feed("left" + i, left).feed("right" + i, right).addTarget("product" + i);
            }
            runner.run().close();
          };
      System.out.println(
          new MatrixRates(products, multiply).reading() + " tensorflow=" + TensorFlow.version());
    }
  }

  private static Placeholder<TFloat32> operand(Ops tf, String name, Shape shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private static TFloat32 random(long seed, Shape shape) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.RandomStream;

/**
 * A network as TensorFlow's own operations in the order of the layer list, uncut, with TensorFlow's
 * own gradients: what every rewrite is compared with, at the full size of the shipped networks.
 */
record PlainNetwork(Architecture architecture, Weights weights, long seed) {

  /** What comes of a batch. */
  static final class Outcome {
    private final List<float[]> values;
    private final float loss;

    private Outcome(List<float[]> values, float loss) {
      this.values = values;
      this.loss = loss;
    }

    /** [b, k], without dropout. */
    float[] probabilities() {
      return values.get(0);
    }

    /** With dropout, in step 1. */
    float loss() {
      return loss;
    }

    /** Of the loss, in the order of the parameters. */
    List<float[]> gradients() {
      return values.subList(1, values.size());
    }
  }

  /** All images are one batch; pixels become -1 to 1. */
  Outcome outcome(LabelledImages data) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      List<Operand<TFloat32>> parameters = new ArrayList<>();
      for (int i = 0; i < weights.specs().size(); i++) {
        long[] shape = weights.specs().get(i).shape().stream().mapToLong(n -> n).toArray();
        parameters.add(constant(tf, shape, weights.values(i)));
      }
      Operand<TFloat32> logits = logits(tf, pixels(tf, data), parameters, data.count(), true);
      int classes = Math.toIntExact(logits.shape().get(1));
      Operand<TFloat32> targets =
          tf.oneHot(
              tf.constant(data.labels().toIntArray()),
              tf.constant(classes),
              tf.constant(1f),
              tf.constant(0f));
      Operand<TFloat32> each = tf.nn.softmaxCrossEntropyWithLogits(logits, targets).loss();
      Operand<TFloat32> loss = tf.math.mean(each, tf.constant(0));
      Operand<TFloat32> probabilities =
          tf.nn.softmax(logits(tf, pixels(tf, data), parameters, data.count(), false));
      try (Session session = new Session(graph)) {
        Session.Runner runner = session.runner().fetch(probabilities).fetch(loss);
        tf.gradients(loss, parameters).forEach(runner::fetch);
        try (Result result = runner.run()) {
          List<float[]> values = new ArrayList<>();
          values.add(Floats.copyOf((TFloat32) result.get(0)));
          for (int i = 0; i < parameters.size(); i++) {
            values.add(Floats.copyOf((TFloat32) result.get(i + 2)));
          }
          return new Outcome(values, ((TFloat32) result.get(1)).getFloat());
        }
      }
    }
  }

  private Operand<TFloat32> logits(
      Ops tf, Operand<TFloat32> x, List<Operand<TFloat32>> parameters, int count, boolean drop) {
    Operand<TFloat32> y = x;
    int next = 0;
    for (int i = 0; i < architecture.layers().size(); i++) {
      Architecture.Placed placed = architecture.layers().get(i);
      if (placed.layer() instanceof Layer.Dense) {
        y = tf.math.add(tf.linalg.matMul(y, parameters.get(next)), parameters.get(next + 1));
        next += 2;
      } else if (placed.layer() instanceof Layer.Conv2d conv) {
        List<Long> one = List.of(1L, 1L, 1L, 1L);
        Operand<TFloat32> sums = tf.nn.conv2d(y, parameters.get(next), one, conv.padding().name());
        y = tf.math.add(sums, parameters.get(next + 1));
        next += 2;
      } else if (placed.layer() instanceof Layer.Relu) {
        y = tf.nn.relu(y);
      } else if (placed.layer() instanceof Layer.MaxPool pool) {
        Operand<org.tensorflow.types.TInt32> window = tf.array(1, pool.size(), pool.size(), 1);
        y = tf.nn.maxPool(y, window, window, "VALID");
      } else if (placed.layer() instanceof Layer.Flatten) {
        y = tf.reshape(y, tf.array(-1, Math.toIntExact(placed.output().size())));
      } else if (placed.layer() instanceof Layer.Dropout dropout && drop) {
        byte[] keep = new byte[Math.toIntExact(count * placed.input().size())];
        DropoutMask.fill(RandomStream.of(seed, "dropout", i, 1), dropout.rate(), keep);
        float[] factors = new float[keep.length];
        for (int j = 0; j < keep.length; j++) {
          factors[j] = (float) (keep[j] / (1 - dropout.rate()));
        }
        y = tf.math.mul(y, constant(tf, new long[] {count, placed.input().size()}, factors));
      }
    }
    return y;
  }

  private static Operand<TFloat32> pixels(Ops tf, LabelledImages data) {
    int size = data.images().size();
    float[] pixels = new float[data.count() * size];
    for (int i = 0; i < pixels.length; i++) {
      int place = i % size;
      int width = data.images().width();
      int pixel = data.images().pixel(i / size, place / width, place % width);
      pixels[i] = (float) ((pixel / 255.0 - 0.5) / 0.5);
    }
    long[] shape = {data.count(), data.images().height(), data.images().width(), 1};
    return constant(tf, shape, pixels);
  }

  private static Operand<TFloat32> constant(Ops tf, long[] shape, float[] values) {
    return tf.constant(org.tensorflow.ndarray.Shape.of(shape), DataBuffers.of(values, true, false));
  }
}

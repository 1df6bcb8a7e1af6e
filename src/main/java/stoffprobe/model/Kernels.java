package stoffprobe.model;

import org.tensorflow.Graph;
import org.tensorflow.GraphOperationBuilder;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.Scope;
import org.tensorflow.types.TFloat32;

/**
 * Operations that the generated methods don't offer. Of max-pool, the first version, whose window
 * is an attribute: oneDNN has kernels for it and none for the second, which the generated methods
 * stand for.
 */
record Kernels(Graph graph, Ops tf) {

  /** float32 {@code [b, h, w, c]} to {@code [b, h / size, w / size, c]}. */
  Operand<TFloat32> maxPool(Operand<TFloat32> x, int size) {
    return pooling("MaxPool", size, x);
  }

  /**
   * d loss / d input of a max-pool: each window's gradient goes to the first of its largest values.
   *
   * @param input what was pooled
   * @param output what came of it
   */
  Operand<TFloat32> maxPoolGradient(
      Operand<TFloat32> input, Operand<TFloat32> output, Operand<TFloat32> gradient, int size) {
    return pooling("MaxPoolGrad", size, input, output, gradient);
  }

  /**
   * d loss / d input of a leaky ReLU. From what came out, whose signs are those of what went in: an
   * operation that reads the input would keep TensorFlow from fusing the ReLU with a convolution.
   */
  Operand<TFloat32> leakyReluGradient(
      Operand<TFloat32> output, Operand<TFloat32> gradient, double slope) {
    Scope scope = tf.scope();
    String type = "LeakyReluGrad";
    Output<TFloat32> result =
        graph
            .opBuilder(type, scope.makeOpName(type), scope)
            .addInput(gradient.asOutput())
            .addInput(output.asOutput())
            .setAttr("alpha", (float) slope)
            .build()
            .output(0);
    return result;
  }

  @SafeVarargs
  private Output<TFloat32> pooling(String type, int size, Operand<TFloat32>... inputs) {
    Scope scope = tf.scope();
    long[] window = {1, size, size, 1};
    GraphOperationBuilder builder = graph.opBuilder(type, scope.makeOpName(type), scope);
    for (Operand<TFloat32> input : inputs) {
      builder.addInput(input.asOutput());
    }
    Output<TFloat32> result =
        builder
            .setAttr("ksize", window)
            .setAttr("strides", window)
            .setAttr("padding", "VALID")
            .build()
            .output(0);
    return result;
  }
}

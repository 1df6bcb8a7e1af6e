package stoffprobe.train;

import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.data.FloatArray;
import stoffprobe.data.Npy;
import stoffprobe.engine.Workspace;
import stoffprobe.model.ParameterSpec;
import stoffprobe.model.Weights;

/**
 * The filters of a network whose first layer with weights is a convolution, where others can read
 * them without TensorFlow: {@code first-convolution.npy}, float32 {@code [height, width, channels,
 * filters]}, and {@code first-convolution-bias.npy}, float32 {@code [filters]}.
 */
final class FirstConvolution {

  private static final int KERNEL_DIMENSIONS = 4;

  private FirstConvolution() {}

  /** Writes the two files if there is such a layer. */
  static void write(Workspace workspace, Weights weights) throws IOException {
    if (weights.specs().isEmpty() || weights.specs().get(0).shape().size() != KERNEL_DIMENSIONS) {
      return;
    }
    write(workspace.output("first-convolution.npy"), weights, 0);
    write(workspace.output("first-convolution-bias.npy"), weights, 1);
  }

  private static void write(Path file, Weights weights, int index) throws IOException {
    ParameterSpec spec = weights.specs().get(index);
    int[] shape = spec.shape().stream().mapToInt(Integer::intValue).toArray();
    Npy.write(file, new FloatArray(weights.values(index), shape));
  }
}

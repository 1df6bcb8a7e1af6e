package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What a layer computes with: its kernel and its bias, each in blocks (one block if it is not cut).
 *
 * @param kernel {@code [in, out]}, or {@code [height, width, in, out]}, cut along {@code out}, or
 *     along {@code in}
 * @param bias {@code [out]}, cut if the kernel is cut along {@code out}
 */
record ParameterBlocks(List<Operand<TFloat32>> kernel, List<Operand<TFloat32>> bias) {

  ParameterBlocks {
    kernel = List.copyOf(kernel);
    bias = List.copyOf(bias);
  }

  int count() {
    return kernel.size();
  }
}

package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What a layer computes with: its kernel and its bias, each in blocks of columns (one block if it
 * is not cut).
 *
 * @param kernel {@code [in, out]}, or {@code [height, width, in, out]}, cut along {@code out}
 * @param bias {@code [out]}, cut likewise
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

package stoffprobe.model;

import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Values out of float32 tensors. */
final class Floats {

  private Floats() {}

  /** All values in C order. A fetched variable is a view of the live buffer, hence the copy. */
  static float[] copyOf(TFloat32 tensor) {
    float[] copy = new float[Math.toIntExact(tensor.size())];
    tensor.copyTo(DataBuffers.of(copy));
    return copy;
  }
}

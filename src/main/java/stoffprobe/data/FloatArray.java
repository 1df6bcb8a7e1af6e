package stoffprobe.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Numbers, float32, in C order: the last index counts fastest. */
public final class FloatArray {

  private final float[] values;
  private final int[] shape;

  /**
   * Copies {@code values}.
   *
   * @param shape the sizes, whose product is the number of values
   * @throws IllegalArgumentException if it is not
   */
  public FloatArray(float[] values, int... shape) {
    if (values.length != Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact)) {
      throw new IllegalArgumentException(values.length + " for " + Arrays.toString(shape));
    }
    this.values = values.clone();
    this.shape = shape.clone();
  }

  /** Reads little-endian values; as {@code shape} promises. */
  static FloatArray of(ByteBuffer bytes, int... shape) {
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new FloatArray(values, shape);
  }

  /** The size of dimension {@code index}, from 0. */
  public int size(int index) {
    return shape[index];
  }

  /** All sizes. */
  public List<Integer> sizes() {
    return Arrays.stream(shape).boxed().toList();
  }

  /** The value at a place of the flat array. */
  public float get(int index) {
    return values[index];
  }

  /** All values, a copy. */
  public float[] values() {
    return values.clone();
  }

  int[] shape() {
    return shape.clone();
  }

  ByteBuffer bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }
}

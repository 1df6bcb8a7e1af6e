package stoffprobe.data;

import java.nio.ByteBuffer;
import java.util.Objects;

/** Class indices, uint8, {@code [count]}; 0 to 255. */
public final class Labels {

  private final byte[] values;

  /** Copies {@code values}, one byte a label. */
  public Labels(byte[] values) {
    this.values = values.clone();
  }

  public int count() {
    return values.length;
  }

  /** The class of image {@code index}. */
  public int get(int index) {
    return Byte.toUnsignedInt(values[Objects.checkIndex(index, values.length)]);
  }

  /** The labels at {@code indices}, in that order. */
  public Labels select(int[] indices) {
    byte[] selected = new byte[indices.length];
    for (int i = 0; i < selected.length; i++) {
      selected[i] = (byte) get(indices[i]);
    }
    return new Labels(selected);
  }

  /** All labels as bytes, read-only. */
  public ByteBuffer bytes() {
    return ByteBuffer.wrap(values).asReadOnlyBuffer();
  }

  /** All labels as numbers, a copy. */
  public int[] toIntArray() {
    int[] copy = new int[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = get(i);
    }
    return copy;
  }
}

package stoffprobe.data;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Grey images, uint8, in C order: {@code [count, height, width]}. The bytes are not copied, so that
 * they can be a mapped file; they must not change while this is in use.
 */
public final class Images {

  private final ByteBuffer pixels;
  private final int count;
  private final int height;
  private final int width;

  /**
   * Wraps pixels.
   *
   * @param pixels {@code count * height * width} bytes from index 0; position and limit are ignored
   * @throws IllegalArgumentException if the sizes don't fit
   */
  public Images(ByteBuffer pixels, int count, int height, int width) {
    if (count < 0 || height < 1 || width < 1) {
      throw new IllegalArgumentException("shape [" + count + ", " + height + ", " + width + "]");
    }
    if (pixels.capacity() != (long) count * height * width) {
      throw new IllegalArgumentException(
          pixels.capacity() + " bytes for shape [" + count + ", " + height + ", " + width + "]");
    }
    this.pixels = pixels.asReadOnlyBuffer().clear();
    this.count = count;
    this.height = height;
    this.width = width;
  }

  public int count() {
    return count;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** Pixels of one image. */
  public int size() {
    return height * width;
  }

  /** The pixel in row {@code y} and column {@code x} of image {@code index}, 0 (black) to 255. */
  public int pixel(int index, int y, int x) {
    Objects.checkIndex(y, height);
    Objects.checkIndex(x, width);
    return Byte.toUnsignedInt(pixels.get(offset(index) + y * width + x));
  }

  /** A copy of image {@code index}, row by row. */
  public byte[] copy(int index) {
    byte[] copy = new byte[size()];
    pixels.get(offset(index), copy);
    return copy;
  }

  /** Copies image {@code index} to {@code target} from {@code targetOffset} on. */
  public void copyTo(int index, byte[] target, int targetOffset) {
    pixels.get(offset(index), target, targetOffset, size());
  }

  /** A read-only view of image {@code index}, row by row. */
  public ByteBuffer view(int index) {
    return pixels.slice(offset(index), size());
  }

  /** A read-only view of all pixels. */
  public ByteBuffer pixels() {
    return pixels.duplicate();
  }

  private int offset(int index) {
    return Objects.checkIndex(index, count) * size();
  }
}

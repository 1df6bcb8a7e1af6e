package stoffprobe.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * Images, uint8, in C order: grey {@code [count, height, width]}, in colour {@code [count, height,
 * width, 3]}, red, green and blue. The bytes are not copied, so that they can be a mapped file;
 * they must not change while this is in use.
 */
public final class Images {

  /** Values a pixel of a grey image. */
  public static final int GREY = 1;

  /** Values a pixel of a colour image. */
  public static final int COLOUR = 3;

  private final ByteBuffer pixels;
  private final int count;
  private final int height;
  private final int width;
  private final int channels;

  /**
   * Wraps grey pixels.
   *
   * @param pixels {@code count * height * width} bytes from index 0; position and limit are ignored
   * @throws IllegalArgumentException if the sizes don't fit
   */
  public Images(ByteBuffer pixels, int count, int height, int width) {
    this(pixels, count, height, width, GREY);
  }

  /**
   * Wraps pixels.
   *
   * @param pixels {@code count * height * width * channels} bytes from index 0; position and limit
   *     are ignored
   * @param channels {@link #GREY} or {@link #COLOUR}
   * @throws IllegalArgumentException if the sizes don't fit
   */
  public Images(ByteBuffer pixels, int count, int height, int width, int channels) {
    this.pixels = pixels.asReadOnlyBuffer().clear();
    this.count = count;
    this.height = height;
    this.width = width;
    this.channels = channels;
    if (count < 0 || height < 1 || width < 1 || (channels != GREY && channels != COLOUR)) {
      throw new IllegalArgumentException("shape " + Arrays.toString(shape()));
    }
    if (pixels.capacity() != (long) count * height * width * channels) {
      throw new IllegalArgumentException(
          pixels.capacity() + " bytes for shape " + Arrays.toString(shape()));
    }
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

  /** Values a pixel: {@link #GREY} or {@link #COLOUR}. */
  public int channels() {
    return channels;
  }

  public boolean colour() {
    return channels == COLOUR;
  }

  /** Values of one image: its pixels times {@link #channels}. */
  public int size() {
    return height * width * channels;
  }

  /** {@code [count, height, width]}, in colour {@code [count, height, width, 3]}. */
  public int[] shape() {
    return channels == GREY
        ? new int[] {count, height, width}
        : new int[] {count, height, width, channels};
  }

  /** Whether the images of both have the same height, width and channels. */
  public boolean fits(Images other) {
    return height == other.height && width == other.width && channels == other.channels;
  }

  /**
   * The pixel in row {@code y} and column {@code x} of grey image {@code index}, 0 (black) to 255.
   *
   * @throws IllegalStateException if the images are in colour
   */
  public int pixel(int index, int y, int x) {
    if (channels != GREY) {
      throw new IllegalStateException("a pixel in colour is no single number");
    }
    return pixel(index, y, x, 0);
  }

  /** One channel of a pixel, 0 to 255: grey, or red, green or blue. */
  public int pixel(int index, int y, int x, int channel) {
    Objects.checkIndex(y, height);
    Objects.checkIndex(x, width);
    Objects.checkIndex(channel, channels);
    return Byte.toUnsignedInt(pixels.get(offset(index) + (y * width + x) * channels + channel));
  }

  /** A copy of image {@code index}, row by row, of each pixel all channels. */
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

  /** {@code count} of the images, from {@code from} on; none of them is copied. */
  public Images slice(int from, int count) {
    Objects.checkFromIndexSize(from, count, this.count);
    return new Images(pixels.slice(from * size(), count * size()), count, height, width, channels);
  }

  /** A read-only view of all pixels. */
  public ByteBuffer pixels() {
    return pixels.duplicate();
  }

  private int offset(int index) {
    return Objects.checkIndex(index, count) * size();
  }
}

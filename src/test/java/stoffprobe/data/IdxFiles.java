package stoffprobe.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** IDX files built byte by byte, for tests. */
public final class IdxFiles {

  private IdxFiles() {}

  /** An IDX file of unsigned bytes: {@code 00 00 08 dimensions}, the sizes, the values. */
  public static byte[] idx(int[] sizes, byte... values) {
    return idx(0x00000800 | sizes.length, sizes, values);
  }

  static byte[] idx(int magic, int[] sizes, byte... values) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + values.length);
    file.putInt(magic);
    for (int size : sizes) {
      file.putInt(size);
    }
    return file.put(values).array();
  }

  /** Images whose pixels count up from 0, so that each image is another. */
  public static byte[] images(int count, int height, int width) {
    byte[] values = new byte[count * height * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) i;
    }
    return idx(new int[] {count, height, width}, values);
  }

  public static byte[] labels(int... labels) {
    byte[] values = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      values[i] = (byte) labels[i];
    }
    return idx(new int[] {labels.length}, values);
  }

  public static byte[] gzip(byte... bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}

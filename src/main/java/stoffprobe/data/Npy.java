package stoffprobe.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * NumPy's array files, version 1.0, uint8 in C order, which is all that this program keeps in them.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
public final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '\\|u1', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\), \\}\\s*");

  /** The values start at a multiple of this, so that a mapped array is aligned. */
  private static final int ALIGNMENT = 64;

  /** Bytes written at once where images are picked one by one. */
  private static final int BUFFER = 1 << 16;

  private Npy() {}

  /** Writes {@code images} as {@code uint8 [count, height, width]}. */
  public static void write(Path file, Images images) throws IOException {
    write(file, images.pixels(), images.count(), images.height(), images.width());
  }

  /** Writes {@code labels} as {@code uint8 [count]}. */
  public static void write(Path file, Labels labels) throws IOException {
    write(file, labels.bytes(), labels.count());
  }

  /** Writes the images at {@code indices}, in that order, one at a time. */
  public static void write(Path file, Images images, int[] indices) throws IOException {
    try (FileChannel channel = create(file)) {
      writeFully(channel, header(indices.length, images.height(), images.width()));
      int imagesAtOnce = Math.max(1, BUFFER / images.size());
      ByteBuffer buffer = ByteBuffer.allocateDirect(imagesAtOnce * images.size());
      for (int index : indices) {
        if (!buffer.hasRemaining()) {
          writeFully(channel, buffer.flip());
          buffer.clear();
        }
        buffer.put(images.view(index));
      }
      writeFully(channel, buffer.flip());
    }
  }

  /**
   * Maps images from a file; no more of it is read than is looked at.
   *
   * @throws BrokenFileException if the file is no uint8 array of three dimensions
   */
  public static Images readImages(Path file) throws IOException {
    Array array = map(file, 3);
    return new Images(array.values(), array.size(0), array.size(1), array.size(2));
  }

  /**
   * Reads labels from a file.
   *
   * @throws BrokenFileException if the file is no uint8 array of one dimension
   */
  public static Labels readLabels(Path file) throws IOException {
    Array array = map(file, 1);
    byte[] values = new byte[array.size(0)];
    array.values().get(0, values);
    return new Labels(values);
  }

  private static void write(Path file, ByteBuffer values, int... shape) throws IOException {
    try (FileChannel channel = create(file)) {
      writeFully(channel, header(shape));
      writeFully(channel, values);
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static ByteBuffer header(int... shape) {
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String tuple = shape.length == 1 ? sizes + "," : sizes;
    String dictionary = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + tuple + "), }";
    int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
    int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
    byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer header = ByteBuffer.allocate(MAGIC.length + Short.BYTES + text.length);
    header.put(MAGIC).put((byte) text.length).put((byte) (text.length >> 8)).put(text);
    return header.flip();
  }

  private static Array map(Path file, int dimensions) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer start = ByteBuffer.allocate(MAGIC.length + Short.BYTES);
      readFully(channel, start);
      byte[] bytes = start.array();
      if (start.hasRemaining() || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw broken(file, "it does not start as a NumPy array file of version 1.0 does");
      }
      int length = Byte.toUnsignedInt(bytes[8]) | Byte.toUnsignedInt(bytes[9]) << 8;
      ByteBuffer text = ByteBuffer.allocate(length);
      readFully(channel, text);
      String header = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
      int[] shape = shape(file, header, dimensions);
      long values = values(file, shape);
      long offset = (long) start.capacity() + length;
      if (size - offset != values) {
        throw broken(file, (size - offset) + " bytes follow its header, which promises " + values);
      }
      ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, offset, values);
      return new Array(mapped, shape);
    }
  }

  private static void readFully(FileChannel channel, ByteBuffer target) throws IOException {
    while (target.hasRemaining() && channel.read(target) >= 0) {
      // a read may return less than asked for
    }
  }

  private static int[] shape(Path file, String header, int dimensions) throws BrokenFileException {
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw broken(file, "its header is not that of a uint8 array in C order: " + header.strip());
    }
    String[] sizes = matcher.group(1).split(",");
    int[] shape;
    try {
      shape =
          Arrays.stream(sizes)
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
    } catch (NumberFormatException e) {
      throw broken(file, "its header names a size that is no number: " + header.strip());
    }
    if (shape.length != dimensions) {
      throw broken(file, "it has " + shape.length + " dimensions, expected " + dimensions);
    }
    return shape;
  }

  private static long values(Path file, int[] shape) throws BrokenFileException {
    long values = 1;
    for (int i = 0; i < shape.length; i++) {
      if (i > 0 && shape[i] == 0) {
        throw broken(file, "its header promises images without a pixel");
      }
      values *= shape[i];
      if (values > Integer.MAX_VALUE) {
        throw broken(file, "its header promises more than " + Integer.MAX_VALUE + " values");
      }
    }
    return values;
  }

  private static BrokenFileException broken(Path file, String what) {
    return new BrokenFileException(
        file + " can't be used: " + what + ". Run the stage that writes it again.");
  }

  /** Values and sizes of a mapped array. */
  private static final class Array {
    private final ByteBuffer values;
    private final int[] shape;

    Array(ByteBuffer values, int[] shape) {
      this.values = values;
      this.shape = shape;
    }

    ByteBuffer values() {
      return values;
    }

    int size(int dimension) {
      return shape[dimension];
    }
  }
}

package stoffprobe.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before the values in a NumPy array file, version 1.0, of a type and in the C order
 * that this program keeps its arrays in.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
final class NpyHeader {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final Pattern TEXT =
      Pattern.compile(
          "\\{'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\), \\}\\s*");

  /** The values start at a multiple of this, so that a mapped array is aligned. */
  private static final int ALIGNMENT = 64;

  private final int length;
  private final long bytes;
  private final int[] shape;

  private NpyHeader(int length, long bytes, int... shape) {
    this.length = length;
    this.bytes = bytes;
    this.shape = shape;
  }

  /** What the values are. */
  enum Type {
    UINT8("|u1", 1),
    FLOAT32("<f4", Float.BYTES);

    private final String code;
    private final int bytes;

    Type(String code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    private String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where the values start in the file. */
  int length() {
    return length;
  }

  /** How many bytes the values take; at most {@link Integer#MAX_VALUE}. */
  long bytes() {
    return bytes;
  }

  int[] shape() {
    return shape.clone();
  }

  /** The header of an array, as NumPy writes it. */
  static ByteBuffer bytes(Type type, int... shape) {
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String tuple = shape.length == 1 ? sizes + "," : sizes;
    String dictionary =
        "{'descr': '" + type.code + "', 'fortran_order': False, 'shape': (" + tuple + "), }";
    int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
    int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
    byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer header = ByteBuffer.allocate(MAGIC.length + Short.BYTES + text.length);
    header.put(MAGIC).put((byte) text.length).put((byte) (text.length >> 8)).put(text);
    return header.flip();
  }

  /**
   * Reads a file's header, and checks it against the file's size.
   *
   * @throws BrokenFileException if the file holds no array of {@code type} in {@code least} to
   *     {@code most} dimensions
   */
  static NpyHeader read(Path file, FileChannel channel, Type type, int least, int most)
      throws IOException {
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
    int[] shape = shape(file, header, type);
    if (shape.length < least || shape.length > most) {
      throw broken(
          file,
          ("it has " + shape.length + " dimensions, expected " + least)
              + (most > least ? " to " + most : ""));
    }
    long promised = promised(file, type, shape);
    int offset = start.capacity() + length;
    if (size - offset != promised) {
      throw broken(file, (size - offset) + " bytes follow its header, which promises " + promised);
    }
    return new NpyHeader(offset, promised, shape);
  }

  private static void readFully(FileChannel channel, ByteBuffer target) throws IOException {
    while (target.hasRemaining() && channel.read(target) >= 0) {
      // a read may return less than asked for
    }
  }

  private static int[] shape(Path file, String header, Type type) throws BrokenFileException {
    Matcher matcher = TEXT.matcher(header);
    if (!matcher.matches() || !matcher.group(1).equals(type.code)) {
      throw broken(
          file,
          "its header is not that of a " + type.words() + " array in C order: " + header.strip());
    }
    int[] shape;
    try {
      shape =
          Arrays.stream(matcher.group(2).split(","))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
    } catch (NumberFormatException e) {
      throw broken(file, "its header names a size that is no number: " + header.strip());
    }
    return shape;
  }

  private static long promised(Path file, Type type, int... shape) throws BrokenFileException {
    long bytes = type.bytes;
    for (int i = 0; i < shape.length; i++) {
      if (i > 0 && shape[i] == 0) {
        throw broken(file, "its header promises images without a pixel");
      }
      bytes *= shape[i];
      if (bytes > Integer.MAX_VALUE) {
        throw broken(file, "its header promises more than " + Integer.MAX_VALUE + " bytes");
      }
    }
    return bytes;
  }

  static BrokenFileException broken(Path file, String what) {
    return new BrokenFileException(
        file + " can't be used: " + what + ". Run the stage that writes it again.");
  }
}

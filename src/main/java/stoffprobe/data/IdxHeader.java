package stoffprobe.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/** The start of an IDX file: {@code 00 00 type dimensions}, then a big-endian size each. */
final class IdxHeader {

  static final int LABELS = 1;
  static final int IMAGES = 3;

  private static final int MAGIC_BYTES = 4;
  private static final int UNSIGNED_BYTE = 0x08;

  private IdxHeader() {}

  /**
   * Reads the header.
   *
   * @param dimensions how many are expected
   * @return the sizes, each at least 1
   * @throws BrokenFileException if it is another kind of file
   */
  static int[] read(HashedBytes bytes, String name, int dimensions) throws IOException {
    checkMagic(part(bytes, name, MAGIC_BYTES), name, dimensions);
    ByteBuffer sizes = ByteBuffer.wrap(part(bytes, name, dimensions * Integer.BYTES));
    int[] shape = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shape[i] = sizes.getInt();
      if (shape[i] <= 0) {
        throw Idx.broken(
            name,
            String.format(
                Locale.ROOT,
                "its header states a size of %d in dimension %d; 1 to %d can be read",
                Integer.toUnsignedLong(shape[i]),
                i + 1,
                Integer.MAX_VALUE),
            "Get an undamaged copy of the file");
      }
    }
    return shape;
  }

  private static byte[] part(HashedBytes bytes, String name, int length) throws IOException {
    byte[] part = new byte[length];
    if (bytes.read(part, 0, length) < length) {
      throw Idx.broken(
          name,
          "it ends after " + bytes.count() + " bytes, within its header",
          "Get a complete copy of the file");
    }
    return part;
  }

  private static void checkMagic(byte[] magic, String name, int dimensions)
      throws BrokenFileException {
    int type = Byte.toUnsignedInt(magic[2]);
    int found = Byte.toUnsignedInt(magic[3]);
    if (magic[0] != 0 || magic[1] != 0) {
      throw Idx.broken(
          name,
          String.format(
              Locale.ROOT,
              "it starts with %s, an IDX file of %s with 00 00 08 %02d",
              hex(magic),
              kind(dimensions),
              dimensions),
          "Get the IDX file, plain or as .gz");
    }
    if (type != UNSIGNED_BYTE) {
      throw Idx.broken(
          name,
          String.format(
              Locale.ROOT,
              "its values are of type %02X (%s); only 08 (unsigned byte) can be read",
              type,
              type(type)),
          "Convert the file to unsigned bytes");
    }
    if (found != dimensions) {
      throw Idx.broken(
          name,
          String.format(
              Locale.ROOT,
              "it has %d dimension%s (%s), expected %d (%s)",
              found,
              found == 1 ? "" : "s",
              kind(found),
              dimensions,
              kind(dimensions)),
          "Check that the file names of images and labels are not mixed up");
    }
  }

  private static String hex(byte[] magic) {
    return HexFormat.ofDelimiter(" ").formatHex(magic).toUpperCase(Locale.ROOT);
  }

  private static String kind(int dimensions) {
    return switch (dimensions) {
      case LABELS -> "labels";
      case IMAGES -> "images";
      default -> "neither images nor labels";
    };
  }

  private static String type(int type) {
    return switch (type) {
      case 0x09 -> "signed byte";
      case 0x0B -> "short";
      case 0x0C -> "int";
      case 0x0D -> "float";
      case 0x0E -> "double";
      default -> "unknown";
    };
  }
}

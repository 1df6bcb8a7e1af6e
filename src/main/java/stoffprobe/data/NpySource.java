package stoffprobe.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stoffprobe.data.Idx.Content;

/**
 * NumPy array files from elsewhere: images as uint8, labels as whole numbers of any type, plain or
 * gzip. What a header promises is not trusted, as in {@link Idx}.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
public final class NpySource {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");
  private static final int LONGEST_HEADER = 10_000;
  private static final String REMEDY =
      "Save it with numpy.save as an array of whole numbers from 0 to 255";

  /** Bytes of a label, by type. */
  private static final Map<String, Integer> WHOLE =
      Map.of("|u1", 1, "|i1", 1, "<u2", 2, "<i2", 2, "<u4", 4, "<i4", 4, "<u8", 8, "<i8", 8);

  private NpySource() {}

  /**
   * Reads images, uint8 {@code [n, height, width]}, or in colour {@code [n, height, width, 3]}; a
   * last dimension of 1 is grey, too.
   *
   * @param in plain or gzip; read to its end, not closed
   * @param name how messages call the file
   * @throws BrokenFileException if it isn't a complete file of such an array
   */
  public static Content<Images> readImages(InputStream in, String name) throws IOException {
    HashedBytes bytes = HashedBytes.of(in, name);
    Header header = Header.read(bytes, name);
    int[] shape = header.shape;
    int channels = shape.length == 4 ? shape[3] : Images.GREY;
    boolean images = (shape.length == 3 || shape.length == 4) && channels <= Images.COLOUR;
    if (!header.type.equals("|u1") || !images || channels == 2 || header.fortran) {
      throw Idx.broken(
          name,
          ("it holds " + header.text() + ", expected images as |u1 (uint8) [n, height, width]")
              + ", or [n, height, width, 3] in colour",
          "Save it with numpy.save as such an array");
    }
    ByteBuffer values = Idx.values(bytes, name, shape, Idx.MOST_IN_MEMORY);
    return new Content<>(
        new Images(values, shape[0], shape[1], shape[2], channels), bytes.count(), bytes.sha256());
  }

  /**
   * Reads labels {@code [n]}, each from 0 to 255.
   *
   * @param in plain or gzip; read to its end, not closed
   * @param name how messages call the file
   * @throws BrokenFileException if it isn't a complete file of such an array
   */
  public static Content<Labels> readLabels(InputStream in, String name) throws IOException {
    HashedBytes bytes = HashedBytes.of(in, name);
    Header header = Header.read(bytes, name);
    Integer size = WHOLE.get(header.type);
    if (size == null || header.shape.length != 1) {
      throw Idx.broken(
          name, "it holds " + header.text() + ", expected labels as whole numbers [n]", REMEDY);
    }
    int[] shape = {header.shape[0], size};
    ByteBuffer values = Idx.values(bytes, name, shape, Integer.MAX_VALUE - 8);
    byte[] labels = new byte[shape[0]];
    for (int i = 0; i < labels.length; i++) {
      long label = number(values.order(ByteOrder.LITTLE_ENDIAN), i, header.type);
      if (label < 0 || label > 255) {
        throw Idx.broken(name, "label " + label + " of image " + i + " is beyond a byte", REMEDY);
      }
      labels[i] = (byte) label;
    }
    return new Content<>(new Labels(labels), bytes.count(), bytes.sha256());
  }

  private static long number(ByteBuffer values, int i, String type) {
    return switch (type) {
      case "|u1" -> Byte.toUnsignedInt(values.get(i));
      case "|i1" -> values.get(i);
      case "<u2" -> Short.toUnsignedInt(values.getShort(2 * i));
      case "<i2" -> values.getShort(2 * i);
      case "<u4" -> Integer.toUnsignedLong(values.getInt(4 * i));
      case "<i4" -> values.getInt(4 * i);
      default -> values.getLong(8 * i);
    };
  }

  private static final class Header {

    private final String type;
    private final boolean fortran;
    private final int[] shape;

    private Header(String type, boolean fortran, int... shape) {
      this.type = type;
      this.fortran = fortran;
      this.shape = shape;
    }

    private String text() {
      return type + " " + Arrays.toString(shape) + (fortran ? " in Fortran order" : "");
    }

    /** Versions 1.0 to 3.0; the later ones have a longer field for the header's length. */
    static Header read(HashedBytes bytes, String name) throws IOException {
      byte[] start = part(bytes, name, MAGIC.length + 2);
      int version = start[MAGIC.length];
      if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
          || version < 1
          || version > 3) {
        throw Idx.broken(name, "it does not start as a NumPy array file does", REMEDY);
      }
      byte[] field = part(bytes, name, version == 1 ? 2 : 4);
      ByteBuffer length = ByteBuffer.wrap(Arrays.copyOf(field, 4)).order(ByteOrder.LITTLE_ENDIAN);
      if (length.getInt(0) < 0 || length.getInt(0) > LONGEST_HEADER) {
        throw Idx.broken(name, "its header is " + length.getInt(0) + " bytes long", REMEDY);
      }
      String text = new String(part(bytes, name, length.getInt(0)), StandardCharsets.ISO_8859_1);
      Matcher type = TYPE.matcher(text);
      Matcher order = ORDER.matcher(text);
      Matcher shape = SHAPE.matcher(text);
      if (!type.find() || !order.find() || !shape.find()) {
        throw Idx.broken(name, "its header describes no plain array: " + text.strip(), REMEDY);
      }
      return new Header(type.group(1), order.group(1).equals("True"), sizes(name, shape.group(1)));
    }

    private static int[] sizes(String name, String text) throws BrokenFileException {
      try {
        int[] sizes =
            Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        if (sizes.length > 0 && Arrays.stream(sizes).allMatch(size -> size > 0)) {
          return sizes;
        }
      } catch (NumberFormatException e) {
        // as one that is no size
      }
      throw Idx.broken(name, "its header states the shape (" + text + ")", REMEDY);
    }

    private static byte[] part(HashedBytes bytes, String name, int length) throws IOException {
      byte[] part = new byte[length];
      if (bytes.read(part, 0, length) < length) {
        throw Idx.broken(name, "it ends within its header", "Get a complete copy of the file");
      }
      return part;
    }
  }
}

package stoffprobe.data;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import stoffprobe.data.Idx.Content;

/**
 * Images in a CSV file, plain or gzip: a line an image, its label first, then its pixels row by
 * row, whole numbers from 0 to 255 with commas or semicolons between; in colour a pixel is three of
 * them, red, green and blue. A first line that does not begin with a number is a header.
 */
public final class LabelledCsv {

  private LabelledCsv() {}

  /**
   * Reads the file.
   *
   * @param in plain or gzip; read to its end, not closed
   * @param name how messages call the file
   * @param channels 1 for grey images, 3 for those in colour
   * @return n images and their labels
   * @throws BrokenFileException if a line is not a label and {@code height * width * channels}
   *     numbers, or there is none
   */
  public static Content<LabelledImages> read(
      InputStream in, String name, int height, int width, int channels) throws IOException {
    HashedBytes bytes = HashedBytes.of(in, name);
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new Stream(bytes), StandardCharsets.ISO_8859_1), 1 << 16);
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    byte[] row = new byte[1 + height * width * channels];
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      boolean header = number == 1 && !line.isEmpty() && !Character.isDigit(line.charAt(0));
      if (header || line.isBlank()) {
        continue;
      }
      String place = name + ", line " + number;
      int columns = parse(line, row, place);
      if (columns != row.length) {
        throw wrongLength(place, columns, height, width, channels);
      }
      if ((long) pixels.size() + row.length > Integer.MAX_VALUE - 8) {
        throw Idx.broken(name, "it holds more than 2 GB of pixels", "Split the file");
      }
      labels.write(row[0]);
      pixels.write(row, 1, row.length - 1);
    }
    if (labels.size() == 0) {
      throw Idx.broken(name, "it holds no image", "Get a complete copy of the file");
    }
    Images images =
        new Images(ByteBuffer.wrap(pixels.toByteArray()), labels.size(), height, width, channels);
    LabelledImages both = new LabelledImages(images, new Labels(labels.toByteArray()));
    return new Content<>(both, bytes.count(), bytes.sha256());
  }

  /** Reads into {@code row} what fits, and tells how many numbers there are. */
  private static int parse(String line, byte[] row, String place) throws BrokenFileException {
    int column = 0;
    int value = -1;
    for (int i = 0; i <= line.length(); i++) {
      char c = i == line.length() ? ',' : line.charAt(i);
      if (c >= '0' && c <= '9') {
        value = Math.max(0, value) * 10 + (c - '0');
      }
      boolean end = c == ',' || c == ';';
      if (value > 255 || (end && value < 0) || !(end || c == ' ' || (c >= '0' && c <= '9'))) {
        throw Idx.broken(
            place,
            "value " + (column + 1) + " is no whole number from 0 to 255",
            "Correct the line, or leave it out");
      }
      if (end) {
        if (column < row.length) {
          row[column] = (byte) value;
        }
        column++;
        value = -1;
      }
    }
    return column;
  }

  private static BrokenFileException wrongLength(
      String place, int columns, int height, int width, int channels) {
    int pixels = height * width;
    String what =
        ("there are " + columns + " values, expected " + (1 + pixels * channels))
            + (", a label and " + height + " x " + width + " pixels")
            + (channels == Images.COLOUR ? " of red, green and blue" : "");
    if (channels == Images.GREY && columns == 1 + pixels * Images.COLOUR) {
      return Idx.broken(place, what, "If these are colours, write dataset.colour: true");
    } else if (channels == Images.COLOUR && columns == 1 + pixels) {
      return Idx.broken(place, what, "If these are grey, leave dataset.colour out");
    }
    return Idx.broken(place, what, "Correct the line, or dataset.size");
  }

  /** Lets a reader read what is hashed on the way. */
  private static final class Stream extends InputStream {

    private final HashedBytes bytes;

    Stream(HashedBytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = bytes.read(target, offset, length);
      return read == 0 && length > 0 ? -1 : read;
    }
  }
}

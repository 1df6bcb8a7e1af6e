package stoffprobe.report.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Large drawings as PNG, 8 bits a channel. The runtime's own writer tries five filters on every
 * row, which takes a report's figures three times as long and makes them no smaller: a drawing is
 * plain areas, which compress best as they are.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics</a>
 */
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte BITS = 8;
  private static final byte RGB = 2;

  /** As small as the runtime's writer makes them. */
  private static final int LEVEL = 4;

  private Png() {}

  /**
   * Encodes a picture, without a time stamp.
   *
   * @param image of {@link BufferedImage#TYPE_3BYTE_BGR}
   */
  static byte[] encode(BufferedImage image) throws IOException {
    if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      throw new IllegalArgumentException("a picture of type " + image.getType());
    }
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(image.getWidth()).putInt(image.getHeight()).put(BITS).put(RGB);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream png = new DataOutputStream(bytes);
    png.write(SIGNATURE);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", compressed(image));
    chunk(png, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static byte[] compressed(BufferedImage image) throws IOException {
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int stride = 3 * image.getWidth();
    byte[] row = new byte[1 + stride]; // its filter, 0 for none, stands first
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(LEVEL);
    try (OutputStream zlib = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      for (int start = 0; start < pixels.length; start += stride) {
        for (int x = 0; x < stride; x += 3) {
          row[x + 1] = pixels[start + x + 2];
          row[x + 2] = pixels[start + x + 1];
          row[x + 3] = pixels[start + x];
        }
        zlib.write(row);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    png.writeInt(data.length);
    png.write(name);
    png.write(data);
    png.writeInt((int) check.getValue());
  }
}

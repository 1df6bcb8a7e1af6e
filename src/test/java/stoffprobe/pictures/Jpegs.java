package stoffprobe.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** JPEG files as cameras write them. */
public final class Jpegs {

  private Jpegs() {}

  /** The picture in a file of its own. */
  public static byte[] of(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, "jpg", bytes)) {
      throw new IOException("this Java writes no JPEG");
    }
    return bytes.toByteArray();
  }

  /** The file with EXIF data right after its start that say how to hold it. */
  public static byte[] turned(byte[] jpeg, int orientation, ByteOrder order) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).order(order);
    exif.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    exif.putShort((short) 42).putInt(8).putShort((short) 2);
    exif.putShort((short) 0x0100).putShort((short) 3).putInt(1).putShort((short) 640);
    exif.putShort((short) 0);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return with(jpeg, 0xe1, exif.array());
  }

  /** The file with a segment right after its start. */
  public static byte[] with(byte[] jpeg, int marker, byte[] segment) {
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 4 + segment.length);
    bytes.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
    bytes.putShort((short) (segment.length + 2)).put(segment);
    return bytes.put(jpeg, 2, jpeg.length - 2).array();
  }
}

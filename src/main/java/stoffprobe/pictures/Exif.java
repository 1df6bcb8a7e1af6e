package stoffprobe.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one tag of EXIF data that changes what the picture shows. Broken EXIF data says nothing: the
 * picture itself may be whole.
 *
 * @see <a href="https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E">CIPA
 *     DC-008</a>
 */
final class Exif {

  private static final byte[] SIGNATURE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int TAG_ORIENTATION = 0x0112;
  private static final int TYPE_SHORT = 3;
  private static final int ENTRY = 12;

  private Exif() {}

  /** How the picture is to be held, by a segment's bytes from {@code start} on. */
  static Orientation orientation(ByteBuffer jpeg, int start, int end) {
    int tiff = start + SIGNATURE.length;
    return tiff <= end && jpeg.slice(start, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE))
        ? orientation(jpeg.slice(tiff, end - tiff))
        : Orientation.UPRIGHT;
  }

  /** Reads the tag from the first directory of EXIF data, which is laid out as a TIFF file. */
  private static Orientation orientation(ByteBuffer tiff) {
    if (tiff.limit() < 8) {
      return Orientation.UPRIGHT;
    }
    int order = tiff.getShort(0);
    if (order != 0x4949 && order != 0x4d4d) {
      return Orientation.UPRIGHT;
    }
    tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 0 || directory > tiff.limit() - 2) {
      return Orientation.UPRIGHT;
    }
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if (entry + ENTRY > tiff.limit()) {
        break;
      }
      if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG_ORIENTATION
          && tiff.getShort(entry + 2) == TYPE_SHORT) {
        return Orientation.of(Short.toUnsignedInt(tiff.getShort(entry + 8)));
      }
    }
    return Orientation.UPRIGHT;
  }
}

package stoffprobe.pictures;

import java.nio.ByteBuffer;

/**
 * What the segments of a JPEG file tell (ITU-T T.81, annex B).
 *
 * @param complete whether the file goes on to its end; the JDK fills up with grey what is missing
 */
record JpegSegments(Orientation orientation, boolean complete) {

  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final byte END_OF_IMAGE = (byte) 0xd9;
  private static final byte MARKER = (byte) 0xff;

  static JpegSegments of(byte[] jpeg) {
    ByteBuffer bytes = ByteBuffer.wrap(jpeg);
    Orientation orientation = Orientation.UPRIGHT;
    int position = 2;
    while (position + 4 <= jpeg.length && jpeg[position] == MARKER) {
      int kind = Byte.toUnsignedInt(jpeg[position + 1]);
      if (kind == 0xff) {
        position++; // any number of these may stand before a marker
        continue;
      }
      int end = position + 2 + Short.toUnsignedInt(bytes.getShort(position + 2));
      if (end > jpeg.length) {
        break;
      }
      if (kind == START_OF_SCAN) {
        return new JpegSegments(orientation, hasEnd(jpeg, end));
      }
      if (kind == APP1 && orientation == Orientation.UPRIGHT) {
        orientation = Exif.orientation(bytes, position + 4, end);
      }
      position = end;
    }
    return new JpegSegments(orientation, false);
  }

  /** Within a scan a zero follows each byte that looks like the start of a marker. */
  private static boolean hasEnd(byte[] jpeg, int from) {
    for (int i = from; i + 1 < jpeg.length; i++) {
      if (jpeg[i] == MARKER && jpeg[i + 1] == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }
}

package stoffprobe.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TensorFlow's record format: a record is its length (uint64, little-endian), the masked CRC-32C of
 * these eight bytes, the content, and the masked CRC-32C of that ({@code
 * tensorflow/core/lib/io/record_writer.cc}).
 *
 * @param out where records go; not closed here
 */
record RecordFile(OutputStream out) {

  private static final int MASK = 0xa282ead8;

  void write(byte[] content) throws IOException {
    byte[] length = littleEndian(Long.BYTES).putLong(content.length).array();
    out.write(length);
    out.write(littleEndian(Integer.BYTES).putInt(maskedCrc(length)).array());
    out.write(content);
    out.write(littleEndian(Integer.BYTES).putInt(maskedCrc(content)).array());
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }
}

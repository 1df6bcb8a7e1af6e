package stoffprobe.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, decompressed if they are gzip, hashed and counted as they are read. No more
 * is decompressed than is asked for.
 */
final class HashedBytes {

  private static final int BUFFER = 1 << 16;

  private final InputStream bytes;
  private final String name;
  private final MessageDigest digest = Sha256.start();
  private long count;

  private HashedBytes(InputStream bytes, String name) {
    this.bytes = bytes;
    this.name = name;
  }

  /**
   * Starts reading.
   *
   * @param source plain or gzip, told apart by the first two bytes
   * @param name how messages call the file
   */
  static HashedBytes of(InputStream source, String name) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(source, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    try {
      return new HashedBytes(gzip ? new GZIPInputStream(buffered, BUFFER) : buffered, name);
    } catch (EOFException | ZipException e) {
      throw brokenGzip(name, 0, e);
    }
  }

  /**
   * Reads {@code length} bytes, fewer only where the file ends.
   *
   * @throws BrokenFileException if the gzip data is cut, damaged, or fails its checksum
   */
  int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read = bytes.readNBytes(target, offset, length);
    } catch (EOFException | ZipException e) {
      throw brokenGzip(name, count, e);
    }
    digest.update(target, offset, read);
    count += read;
    return read;
  }

  /** How many bytes were read so far. */
  long count() {
    return count;
  }

  /** The hash of what was read, in lower-case hex; ends the reading. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static BrokenFileException brokenGzip(String name, long count, IOException cause) {
    return new BrokenFileException(
        name
            + ": its gzip data is cut off or damaged, somewhere after the first "
            + count
            + " decompressed bytes ("
            + cause.getMessage()
            + "). Get a complete copy of the file.",
        cause);
  }
}

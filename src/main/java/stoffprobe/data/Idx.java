package stoffprobe.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The files of MNIST and its likes: unsigned bytes in one dimension (labels) or three (images),
 * plain or gzip.
 *
 * <p>A header is not trusted: memory grows as values really arrive, reading stops one byte behind
 * the size that the header states, and that byte must not exist.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">the format, at the end of that page</a>
 */
public final class Idx {

  /** The most values that one Java array can hold. */
  private static final long MOST_VALUES = Integer.MAX_VALUE - 8L;

  /** Images beyond these 64 MB are held in a mapped file; FashionMNIST's are 47 MB. */
  static final int MOST_IN_MEMORY = 1 << 26;

  private Idx() {}

  /**
   * What a file holds, and the identity of its bytes.
   *
   * @param values images or labels
   * @param bytes size of the decompressed file, header included
   * @param sha256 of the decompressed file, in lower case
   */
  public record Content<T>(T values, long bytes, String sha256) {}

  /** Reads a file of images; see {@link #readImages(InputStream, String)}. */
  public static Content<Images> readImages(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return readImages(in, file.toString());
    }
  }

  /** Reads a file of labels; see {@link #readLabels(InputStream, String)}. */
  public static Content<Labels> readLabels(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return readLabels(in, file.toString());
    }
  }

  /**
   * Reads images, uint8 {@code [count, height, width]}.
   *
   * @param in plain or gzip; read to its end, not closed
   * @param name how messages call the file
   * @throws BrokenFileException if it isn't a complete IDX file of three dimensions and nothing
   *     else
   */
  public static Content<Images> readImages(InputStream in, String name) throws IOException {
    HashedBytes bytes = HashedBytes.of(in, name);
    int[] sizes = IdxHeader.read(bytes, name, IdxHeader.IMAGES);
    ByteBuffer values = values(bytes, name, sizes, MOST_IN_MEMORY);
    Images images = new Images(values, sizes[0], sizes[1], sizes[2]);
    return new Content<>(images, bytes.count(), bytes.sha256());
  }

  /**
   * Reads labels, uint8 {@code [count]}.
   *
   * @param in plain or gzip; read to its end, not closed
   * @param name how messages call the file
   * @throws BrokenFileException if it isn't a complete IDX file of one dimension and nothing else
   */
  public static Content<Labels> readLabels(InputStream in, String name) throws IOException {
    HashedBytes bytes = HashedBytes.of(in, name);
    int[] sizes = IdxHeader.read(bytes, name, IdxHeader.LABELS);
    Labels labels = new Labels(values(bytes, name, sizes, (int) MOST_VALUES).array());
    return new Content<>(labels, bytes.count(), bytes.sha256());
  }

  /** The values that follow a header, and nothing behind them. */
  static ByteBuffer values(HashedBytes bytes, String name, int[] sizes, int inMemory)
      throws IOException {
    long headerBytes = bytes.count();
    int size = size(name, sizes);
    try (ValueStore store = new ValueStore(size, inMemory)) {
      int left = size;
      while (left > 0) {
        byte[] block = store.block();
        int offset = store.offset();
        int read = bytes.read(block, offset, Math.min(block.length - offset, left));
        if (read == 0) {
          throw broken(
              name,
              String.format(
                  Locale.ROOT,
                  "it ends after %d of the %d bytes that its header promises (%s)",
                  bytes.count(),
                  headerBytes + size,
                  shape(sizes)),
              "Get a complete copy of the file");
        }
        store.add(read);
        left -= read;
      }
      // Also makes a gzip stream check its checksum.
      if (bytes.read(new byte[1], 0, 1) != 0) {
        throw broken(
            name,
            String.format(
                Locale.ROOT,
                "bytes are left over behind the %d that its header promises (%s)",
                headerBytes + size,
                shape(sizes)),
            "Get the original file");
      }
      return store.finish();
    }
  }

  private static int size(String name, int[] sizes) throws BrokenFileException {
    long product = 1;
    for (int size : sizes) {
      product *= size;
      if (product > MOST_VALUES) {
        throw broken(
            name,
            String.format(
                Locale.ROOT,
                "its header promises %s values; at most %d can be read",
                shape(sizes),
                MOST_VALUES),
            "Split the file, or get an undamaged copy");
      }
    }
    return (int) product;
  }

  static String shape(int[] sizes) {
    return String.join(" x ", Arrays.stream(sizes).mapToObj(Integer::toString).toList());
  }

  static BrokenFileException broken(String name, String what, String remedy) {
    return new BrokenFileException(name + ": " + what + ". " + remedy + ".");
  }
}

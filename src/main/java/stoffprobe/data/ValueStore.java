package stoffprobe.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file's values as they arrive: in memory up to a limit, and from there on in a temporary
 * file, which is mapped and gone when nobody looks at it any more. So a data set may be larger than
 * the heap, and a header that promises much costs nothing.
 */
final class ValueStore implements Closeable {

  private static final int FIRST_CAPACITY = 1 << 20;

  private final long size;
  private final int most;
  private byte[] values;
  private int filled;
  private @Nullable FileChannel file;

  /**
   * Begins.
   *
   * @param size how many values are promised
   * @param most how many of them stay in memory
   */
  ValueStore(int size, int most) {
    this.size = size;
    this.most = most;
    this.values = new byte[Math.min(size, FIRST_CAPACITY)];
  }

  /** Where the next values go, with room for at least one. */
  byte[] block() throws IOException {
    if (filled == values.length) {
      if (file != null || values.length >= most) {
        spill();
      } else {
        values = Arrays.copyOf(values, (int) Math.min(size, Math.min(most, 2L * values.length)));
      }
    }
    return values;
  }

  /** The place in the block of the next value. */
  int offset() {
    return filled;
  }

  /** Tells that so many values were put into the block. */
  void add(int count) {
    filled += count;
  }

  /** All values. */
  ByteBuffer finish() throws IOException {
    return file == null
        ? ByteBuffer.wrap(values)
        : spill().map(FileChannel.MapMode.READ_ONLY, 0, size);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /** Empties the block into the file. */
  private FileChannel spill() throws IOException {
    FileChannel channel = file == null ? temporary() : file;
    file = channel;
    ByteBuffer bytes = ByteBuffer.wrap(values, 0, filled);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    filled = 0;
    if (values.length > FIRST_CAPACITY) {
      values = new byte[FIRST_CAPACITY];
    }
    return channel;
  }

  private static FileChannel temporary() throws IOException {
    Path path = Files.createTempFile("stoffprobe-", ".values");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }
}

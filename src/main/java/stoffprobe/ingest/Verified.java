package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A source file that holds what it should.
 *
 * @param count images or labels
 * @param bytes size of the decompressed file
 * @param sha256 of the decompressed file
 * @param array its values, to be written as NumPy's files
 */
record Verified(int count, long bytes, String sha256, Array array) {

  /** Values in memory. */
  @FunctionalInterface
  interface Array {
    void write(Path folder) throws IOException;
  }
}

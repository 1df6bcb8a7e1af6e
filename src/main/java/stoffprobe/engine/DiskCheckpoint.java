package stoffprobe.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A checkpoint as one file: the fingerprint (64 hexadecimal digits), the SHA-256 of the content (64
 * digits), the content. Written beside its place, flushed and renamed.
 */
final class DiskCheckpoint implements Checkpoint {

  private static final Logger LOG = LogManager.getLogger();
  private static final int DIGITS = 64;

  private final Path file;
  private final String fingerprint;
  private final FileOperations files;

  DiskCheckpoint(Path folder, String name, String fingerprint, FileOperations files) {
    this.file = folder.resolve(name);
    this.fingerprint = fingerprint;
    this.files = files;
  }

  @Override
  public Optional<byte[]> load() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    boolean whole = bytes.length >= 2 * DIGITS;
    if (whole && !fingerprint.equals(digits(bytes, 0))) {
      LOG.warn(
          "{} was saved under other settings, inputs or code and is not used; the stage starts from"
              + " its beginning",
          file);
      return Optional.empty();
    }
    byte[] content = whole ? Arrays.copyOfRange(bytes, 2 * DIGITS, bytes.length) : new byte[0];
    if (!whole || !Sha256.of(content).equals(digits(bytes, DIGITS))) {
      LOG.warn("{} is damaged and is not used; the stage starts from its beginning", file);
      return Optional.empty();
    }
    return Optional.of(content);
  }

  @Override
  public void save(byte[] content) throws IOException {
    byte[] head = (fingerprint + Sha256.of(content)).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = ByteBuffer.allocate(head.length + content.length).put(head).put(content).array();
    SafeFiles.write(file, bytes, files);
  }

  /** Forgets what was saved. */
  void delete() throws IOException {
    files.delete(SafeFiles.part(file));
    files.delete(file);
  }

  private static String digits(byte[] bytes, int from) {
    return new String(bytes, from, DIGITS, StandardCharsets.US_ASCII);
  }
}

package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A file that only grows, one line of JSON an entry: {@code runs.jsonl} tells of each command that
 * changed, or could have changed. What a killed command leaves of a line costs that line alone.
 */
public final class Journal {

  private static final Logger LOG = LogManager.getLogger();

  private final Path file;
  private final FileOperations files;

  /**
   * The journal in a file, which need not exist; its folder has to.
   *
   * @param file where it lies
   */
  public Journal(Path file) {
    this(file, new DiskOperations());
  }

  Journal(Path file, FileOperations files) {
    this.file = file;
    this.files = files;
  }

  void append(Map<String, Object> entry) throws IOException {
    append(json(entry));
  }

  /**
   * Adds an entry and flushes it to the disk. A line that a killed command left without end is
   * ended first.
   *
   * @param entry JSON in one line
   */
  public void append(String entry) throws IOException {
    String line = entry + "\n";
    // An interrupt ends a stage; that it did is still to be written down.
    boolean interrupted = Thread.interrupted();
    try {
      String text = endsInsideLine() ? "\n" + line : line;
      files.append(file, text.getBytes(StandardCharsets.UTF_8));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** All lines, oldest first, whole or torn; none if there is no such file. */
  public List<String> lines() throws IOException {
    try (InputStream in = Files.newInputStream(file, READ, NOFOLLOW_LINKS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** The last entry that is whole; empty if there is none. */
  public Optional<JsonNode> last() throws IOException {
    List<String> lines = lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      try {
        return Optional.of(Json.MAPPER.readTree(lines.get(i)));
      } catch (JsonProcessingException e) {
        LOG.debug("A torn line; the one before it counts", e);
      }
    }
    return Optional.empty();
  }

  /** Why the last command failed, in its own words; empty if it did not, or wrote nothing down. */
  public Optional<String> failure() {
    try {
      return last().map(entry -> entry.path("error").asText()).filter(error -> !error.isBlank());
    } catch (IOException e) {
      LOG.debug("No reason was written down", e);
      return Optional.empty();
    }
  }

  private boolean endsInsideLine() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file, Set.of(READ, NOFOLLOW_LINKS))) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(Math.max(0, channel.size() - 1));
      return channel.read(last) == 1 && last.get(0) != '\n';
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String json(Map<String, Object> entry) {
    try {
      return Json.MAPPER.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry is strings, numbers, lists and maps", e);
    }
  }
}

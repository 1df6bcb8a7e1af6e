package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** {@code runs.jsonl}: one line of JSON for each command that changed, or could have changed. */
final class Journal {

  private final Path file;
  private final FileOperations files;

  Journal(Layout layout, FileOperations files) {
    file = layout.journal();
    this.files = files;
  }

  /** Adds a line. A line that a killed run left without end is ended first, so that one is lost. */
  void append(Map<String, Object> entry) throws IOException {
    String line = json(entry) + "\n";
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

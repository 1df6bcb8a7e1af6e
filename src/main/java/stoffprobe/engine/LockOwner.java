package stoffprobe.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the holder of a lock writes into the file, so that others can name it. */
final class LockOwner {

  private static final String UNKNOWN = "another process";
  private static final int LONGEST = 200;
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 25;

  private LockOwner() {}

  static void write(FileChannel channel, Instant since) throws IOException {
    String text = "{\"pid\":" + ProcessHandle.current().pid() + ",\"since\":\"" + since + "\"}\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /**
   * {@code process 4711, which began at 2026-01-01T00:00:00Z}. Who has just got the lock may not
   * have written its name yet, so a little patience comes before {@value #UNKNOWN}.
   */
  static String read(FileChannel channel) throws IOException {
    String owner = readOnce(channel);
    for (int i = 0; i < ATTEMPTS && owner.equals(UNKNOWN); i++) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return owner;
      }
      owner = readOnce(channel);
    }
    return owner;
  }

  private static String readOnce(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    channel.read(bytes, 0);
    try {
      byte[] content = new byte[bytes.flip().remaining()];
      bytes.get(content);
      JsonNode json = Json.MAPPER.readTree(content);
      long pid = json.path("pid").asLong();
      // what still stands there may be the name of one that is gone
      return ProcessHandle.of(pid).isPresent()
          ? "process " + pid + ", which began at " + json.path("since").asText()
          : UNKNOWN;
    } catch (JsonProcessingException e) {
      return UNKNOWN;
    }
  }
}

package stoffprobe.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The most resident memory that this process has had since a moment, as Linux tells it; nothing
 * where it does not.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/filesystems/proc.html">proc: clear_refs,
 *     VmHWM</a>
 */
final class PeakMemory {

  private static final Logger LOG = LogManager.getLogger();

  /** What resets the peak, written to {@code clear_refs}. */
  private static final String RESET = "5";

  private static final String FIELD = "VmHWM:";

  private final Path process;
  private boolean counting;

  PeakMemory() {
    this(Path.of("/proc/self"));
  }

  PeakMemory(Path process) {
    this.process = process;
  }

  /** Counts from here on. */
  void restart() {
    try {
      Path reset = process.resolve("clear_refs");
      counting = Files.exists(reset);
      if (counting) {
        Files.write(reset, RESET.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      counting = false; // a container may forbid it
      LOG.debug("The peak of memory can't be reset", e);
    }
  }

  /** The peak since the restart, in bytes. */
  Optional<Long> bytes() {
    if (!counting) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(process.resolve("status")).stream()
          .filter(line -> line.startsWith(FIELD))
          .map(line -> line.replaceAll("\\D", ""))
          .filter(digits -> !digits.isEmpty())
          .map(kilobytes -> Long.parseLong(kilobytes) * 1024)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

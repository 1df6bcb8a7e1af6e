package stoffprobe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many runs fit on this machine at a time.
 *
 * @param processes at least 1
 * @param threads the cores that each uses, at least 1
 */
record Parallelism(int processes, int threads) {

  /** What a training takes at most, measured with FashionMNIST (README), with some to spare. */
  private static final long BYTES = 1_500_000_000L;

  private static final int KILO = 1024;

  /**
   * As many as the user says, or as cores and free memory allow.
   *
   * @param runs there is no use in more than these
   */
  static Parallelism of(Optional<Integer> wished, int runs) {
    int cores = Runtime.getRuntime().availableProcessors();
    long byMemory = Math.max(1, available(Path.of("/proc/meminfo")) / BYTES);
    int processes = Math.max(1, Math.min(runs, wished.orElse((int) Math.min(cores, byMemory))));
    return new Parallelism(processes, Math.max(1, cores / processes));
  }

  /**
   * Bytes that can be had without swapping; a lot where the system does not tell.
   *
   * @param meminfo as in proc(5)
   */
  static long available(Path meminfo) {
    try (Stream<String> lines = Files.lines(meminfo)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .filter(digits -> !digits.isEmpty())
          .mapToLong(digits -> Long.parseLong(digits) * KILO)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException | UncheckedIOException e) {
      return Long.MAX_VALUE;
    }
  }
}

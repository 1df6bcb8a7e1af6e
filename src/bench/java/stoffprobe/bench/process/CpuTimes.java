package stoffprobe.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What all cores did since the machine started, in clock ticks of 1/100 s.
 *
 * @param busy programs and the kernel, on this machine
 * @param idle nothing, or waiting for a disk
 * @param stolen waiting for a core that another virtual machine had
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 */
public record CpuTimes(long busy, long idle, long stolen) {

  private static final Path PROC_STAT = Path.of("/proc/stat");

  /** Ticks a second; the kernel shows 100 to programs, whatever it uses itself. */
  public static final int TICKS_PER_SECOND = 100;

  /** Reads the times now; none where there is no {@code /proc/stat}. */
  public static Optional<CpuTimes> now() {
    try {
      return parse(Files.readString(PROC_STAT));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads the first line: {@code cpu user nice system idle iowait irq softirq steal ...}. */
  static Optional<CpuTimes> parse(String procStat) {
    String first = procStat.lines().findFirst().orElse("");
    if (!first.startsWith("cpu ")) {
      return Optional.empty();
    }
    long[] t =
        Arrays.stream(first.substring(4).strip().split("\\s+"))
            .mapToLong(Long::parseLong)
            .toArray();
    if (t.length < 8) {
      return Optional.empty();
    }
    return Optional.of(new CpuTimes(t[0] + t[1] + t[2] + t[5] + t[6], t[3] + t[4], t[7]));
  }

  /** What happened from {@code earlier} until these. */
  public CpuTimes since(CpuTimes earlier) {
    return new CpuTimes(busy - earlier.busy, idle - earlier.idle, stolen - earlier.stolen);
  }

  /** All ticks of all cores. */
  public long total() {
    return busy + idle + stolen;
  }
}

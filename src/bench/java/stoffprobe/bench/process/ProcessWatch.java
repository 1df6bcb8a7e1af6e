package stoffprobe.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a running process now and then: its peak resident memory and its processor time, both of
 * which the kernel adds up, so that only what comes after the last look is missed.
 */
final class ProcessWatch {

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** utime and stime, counted from the field after the command's closing bracket. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private final Path folder;
  private long peakKibibytes;
  private long ticks;

  ProcessWatch(long pid) {
    this(Path.of("/proc", Long.toString(pid)));
  }

  /** Watches what lies in {@code folder} as in {@code /proc/<pid>}. */
  ProcessWatch(Path folder) {
    this.folder = folder;
  }

  /** Looks once; a process that has gone, or a system without {@code /proc}, changes nothing. */
  void look() {
    try {
      Matcher peak = PEAK.matcher(Files.readString(folder.resolve("status")));
      if (peak.find()) {
        peakKibibytes = Math.max(peakKibibytes, Long.parseLong(peak.group(1)));
      }
      String stat = Files.readString(folder.resolve("stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      ticks = Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME));
    } catch (IOException e) {
      // It ended between two looks.
    }
  }

  /** The largest resident memory seen, in MiB; 0 where it can't be seen. */
  double peakMebibytes() {
    return peakKibibytes / 1024.0;
  }

  /** Processor time seen, in ticks. */
  long ticks() {
    return ticks;
  }
}

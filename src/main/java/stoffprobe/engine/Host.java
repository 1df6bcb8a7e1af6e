package stoffprobe.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The machine that a stage runs on.
 *
 * @param jdk version and vendor
 * @param os {@code Debian GNU/Linux 12 (bookworm)}
 * @param kernel {@code Linux 6.1.0 amd64}
 * @param processor the model's name
 * @param cores how many the process may use
 */
public record Host(String jdk, String os, String kernel, String processor, int cores) {

  /** The machine that this runs on. */
  public static Host current() {
    return read(Path.of("/etc/os-release"), Path.of("/proc/cpuinfo"));
  }

  /**
   * Reads what Linux tells; elsewhere, and where a file lacks, Java's own words stand.
   *
   * @param osRelease as in os-release(5)
   * @param cpuinfo as in proc(5)
   */
  static Host read(Path osRelease, Path cpuinfo) {
    String system = System.getProperty("os.name", "unknown");
    String arch = System.getProperty("os.arch", "unknown");
    return new Host(
        System.getProperty("java.runtime.version", "unknown")
            + " ("
            + System.getProperty("java.vendor", "unknown")
            + ")",
        value(osRelease, "PRETTY_NAME", "=", system),
        system + " " + System.getProperty("os.version", "unknown") + " " + arch,
        value(cpuinfo, "model name", ":", arch),
        Runtime.getRuntime().availableProcessors());
  }

  /** Everything, recorded and shown, making nothing stale. */
  public Environment noted() {
    Map<String, String> noted = new LinkedHashMap<>();
    noted.put("jdk", jdk);
    noted.put("os", os);
    noted.put("kernel", kernel);
    noted.put("processor", processor);
    noted.put("cores", Integer.toString(cores));
    return new Environment(Map.of(), noted);
  }

  private static String value(Path file, String key, String separator, String otherwise) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key) && line.contains(separator))
          .map(line -> line.substring(line.indexOf(separator) + 1).strip().replace("\"", ""))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException | UncheckedIOException e) {
      return otherwise;
    }
  }
}

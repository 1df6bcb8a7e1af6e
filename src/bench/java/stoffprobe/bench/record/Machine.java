package stoffprobe.bench.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stoffprobe.engine.Host;

/**
 * The machine that a benchmark ran on.
 *
 * @param host processor, cores, system, JDK
 * @param flags which of the processor's extensions matter for matrix products
 * @param memoryGibibytes all of its memory, 0 if not known
 */
public record Machine(Host host, List<String> flags, double memoryGibibytes) {

  /** Wide registers and what multiplies in them; the names are those of {@code /proc/cpuinfo}. */
  private static final Set<String> TELLING =
      Set.of(
          "sse4_2",
          "avx",
          "fma",
          "avx2",
          "avx512f",
          "avx512bw",
          "avx512vl",
          "avx512_vnni",
          "avx512_bf16",
          "avx512_fp16",
          "avx_vnni",
          "amx_tile",
          "amx_bf16",
          "asimd",
          "sve");

  private static final Pattern FLAGS = Pattern.compile("(?m)^(?:flags|Features)\\s*:(.*)$");
  private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s+(\\d+) kB$");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public Machine {
    flags = List.copyOf(flags);
  }

  /** The machine that this runs on. */
  public static Machine current() {
    return of(Host.current(), text("/proc/cpuinfo"), text("/proc/meminfo"));
  }

  /** Reads the flags and the memory from what Linux tells. */
  static Machine of(Host host, String cpuinfo, String meminfo) {
    Matcher flags = FLAGS.matcher(cpuinfo);
    Matcher memory = MEMORY.matcher(meminfo);
    return new Machine(
        host,
        flags.find()
            ? BLANKS.splitAsStream(flags.group(1).strip()).filter(TELLING::contains).toList()
            : List.of(),
        memory.find() ? Long.parseLong(memory.group(1)) / 1048576.0 : 0);
  }

  /** As {@code bench.json} has it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("processor", host.processor());
    json.put("cores", host.cores());
    json.put("flags", flags);
    json.put("memory_gib", memoryGibibytes);
    json.put("os", host.os());
    json.put("kernel", host.kernel());
    json.put("jdk", host.jdk());
    return json;
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return "";
    }
  }
}

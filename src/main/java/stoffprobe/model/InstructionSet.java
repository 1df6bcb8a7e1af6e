package stoffprobe.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The vector instructions that float32 arithmetic is done with. oneDNN writes its kernels for what
 * the processor has, and each level adds up in another order, so other bits come out. What a
 * processor has beyond these (VNNI, BF16, AMX) is for other types of numbers.
 *
 * <p>The levels and what they need are those of oneDNN's {@code cpu_isa_traits.hpp}.
 */
enum InstructionSet {
  SSE2(""),
  SSE41("sse4_1"),
  AVX("avx"),
  AVX2("avx2"),
  AVX512("avx512f avx512bw avx512vl avx512dq");

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  /** The first that is set and not empty counts. */
  private static final List<String> LIMITS = List.of("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA");

  /** As {@code /proc/cpuinfo} names them. */
  private final String flags;

  InstructionSet(String flags) {
    this.flags = flags;
  }

  /**
   * The level in use on this machine, in one word: {@code avx2}; where Linux tells no flags of an
   * x86-64 processor, the architecture.
   *
   * @param variables the process's environment variables, which can limit the level
   */
  static String word(Map<String, String> variables) {
    return word(CPUINFO, System.getProperty("os.arch", "unknown"), variables);
  }

  static String word(Path cpuinfo, String architecture, Map<String, String> variables) {
    Set<String> flags = flags(cpuinfo);
    if (flags.isEmpty()) {
      return architecture.equals("aarch64") ? "arm64" : architecture;
    }
    InstructionSet best = SSE2;
    for (InstructionSet set : values()) {
      if (flags.containsAll(set.needed()) && set.compareTo(limit(variables)) <= 0) {
        best = set;
      }
    }
    return best.name().toLowerCase(Locale.ROOT);
  }

  private List<String> needed() {
    return Arrays.stream(flags.split(" ")).filter(flag -> !flag.isEmpty()).toList();
  }

  /** oneDNN takes no notice of case, nor of a name that it does not know. */
  private static InstructionSet limit(Map<String, String> variables) {
    String name =
        LIMITS.stream()
            .map(variable -> variables.getOrDefault(variable, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "sse41" -> SSE41;
      case "avx" -> AVX;
      case "avx2", "avx2_vnni", "avx2_vnni_2" -> AVX2;
      default -> AVX512;
    };
  }

  private static Set<String> flags(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("flags") && line.contains(":"))
          .map(line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
          .findFirst()
          .orElse(Set.of());
    } catch (IOException | UncheckedIOException e) {
      return Set.of(); // not Linux
    }
  }
}

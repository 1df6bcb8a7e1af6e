package stoffprobe.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stoffprobe.engine.Build;
import stoffprobe.engine.Sha256;

/** What no manifest tells of the machine and of what runs on it. */
final class Machine {

  /** A file of which a comment may change; its settings are compared one by one. */
  static final String PIPELINE_FILE = "pipeline-file";

  private Machine() {}

  /**
   * The processor's flags, the driver of a GPU, the program's version and the pipeline file, as far
   * as the system tells.
   */
  static Map<String, String> facts(Path pipelineFile) throws IOException {
    return facts(pipelineFile, Path.of("/proc"));
  }

  /**
   * The same.
   *
   * @param proc as in proc(5)
   */
  static Map<String, String> facts(Path pipelineFile, Path proc) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("version", Build.property("version"));
    facts.put(PIPELINE_FILE, Sha256.of(pipelineFile));
    first(proc.resolve("cpuinfo"), "flags")
        .map(line -> line.substring(line.indexOf(':') + 1).strip().split("\\s+"))
        .ifPresent(
            flags ->
                facts.put(
                    "processor-flags",
                    Arrays.stream(flags).sorted().collect(Collectors.joining(" "))));
    first(proc.resolve("driver/nvidia/version"), "NVRM")
        .ifPresent(line -> facts.put("gpu-driver", line));
    return facts;
  }

  private static Optional<String> first(Path file, String start) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(start)).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // not on this system
    }
  }
}

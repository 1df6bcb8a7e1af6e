package stoffprobe.nightly;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stoffprobe.engine.Journal;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.SafeFiles;

/** The baseline, and the trace of all that there were: {@code baseline.json}, {@code .jsonl}. */
final class BaselineFile {

  private final Path file;
  private final Journal trace;

  BaselineFile(Path folder) {
    file = folder.resolve("baseline.json");
    trace = new Journal(folder.resolve("baselines.jsonl"));
  }

  /**
   * The baseline; empty if there is none.
   *
   * @throws IOException if the file does not hold one
   */
  Optional<Baseline> read() throws IOException {
    try {
      return Optional.of(RecordJson.MAPPER.readValue(Files.readAllBytes(file), Baseline.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException | DateTimeException | NullPointerException e) {
      throw new IOException(
          file
              + " is damaged. Put back a copy, or make a new baseline with"
              + " 'stoffprobe nightly --accept-baseline'.",
          e);
    }
  }

  /** Replaces the baseline and leaves a trace of who did so, when and why. */
  void accept(Baseline baseline) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("accepted", baseline.accepted());
    line.put("by", baseline.by());
    line.put("reason", baseline.reason());
    line.put("started", baseline.trial().started());
    baseline.trial().models().forEach((m, r) -> line.put("weights_sha256." + m, r.weightsSha256()));
    trace.append(RecordJson.MAPPER.writeValueAsString(line));
    write(baseline);
  }

  /** Replaces the file alone: the same run with other tolerances. */
  void write(Baseline baseline) throws IOException {
    SafeFiles.write(file, RecordJson.MAPPER.writeValueAsBytes(baseline));
  }
}

package stoffprobe.engine;

import static stoffprobe.engine.Unmodifiable.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a stage's folder says of itself: what the result was made from, field by field, and what it
 * consists of. It is the file {@code manifest.json}, written last.
 *
 * @param stage the name of the stage
 * @param fingerprint the hash over all that decided the result, {@link Fingerprint}
 * @param inputs SHA-256 of each input; paths relative to the pipeline's output folder, or the names
 *     of external inputs
 * @param parameters the stage's part of the pipeline file; numbers are {@code BigDecimal}
 * @param code versions of the code, by name
 * @param environment what surrounded the stage
 * @param outputs all files of the stage but this one
 * @param started when the work began
 * @param seconds how long it took
 * @param accepted what was accepted since, oldest first
 */
public record Manifest(
    String stage,
    String fingerprint,
    Map<String, String> inputs,
    Map<String, Object> parameters,
    Map<String, String> code,
    Environment environment,
    List<OutputFile> outputs,
    Instant started,
    double seconds,
    List<Acceptance> accepted) {

  /** The name of the file. */
  public static final String FILE = "manifest.json";

  public Manifest {
    inputs = copy(inputs);
    parameters = Canonical.map(parameters);
    code = copy(code);
    outputs = List.copyOf(outputs);
    accepted = List.copyOf(accepted);
  }

  /**
   * Reads {@code manifest.json}.
   *
   * @throws UnreadableManifestException if the file holds no manifest: cut, empty, other JSON, or
   *     paths that lead out of the stage's folder
   * @throws IOException if the file can't be read
   */
  public static Manifest read(Path file) throws IOException {
    return ManifestJson.read(file);
  }

  /** The content of {@code manifest.json}. */
  byte[] bytes() {
    return ManifestJson.text(this).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the fingerprint is that of the fields; if not, someone edited the file. */
  boolean consistent() {
    return fingerprint.equals(Fingerprint.of(inputs, parameters, code, environment.decisive()));
  }
}

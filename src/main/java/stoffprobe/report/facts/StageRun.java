package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When and with what a stage ran, from its {@code manifest.json}.
 *
 * @param stage its name, {@code train-mlp}
 * @param parameters what of the pipeline file its results depend on, lists as JSON
 * @param code versions by name
 * @param environment what surrounded it, field by field
 */
public record StageRun(
    String stage,
    Instant started,
    double seconds,
    Map<String, String> parameters,
    Map<String, String> code,
    Map<String, String> environment) {

  public StageRun {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    code = Collections.unmodifiableMap(new LinkedHashMap<>(code));
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Reads the manifest of {@code stage}. */
  public static StageRun read(String stage, Path manifest) throws IOException {
    JsonFile json = JsonFile.read(manifest);
    String started = json.text("started");
    try {
      return new StageRun(
          stage,
          OffsetDateTime.parse(started).toInstant(),
          json.number("seconds"),
          json.object("parameters").leaves(),
          json.object("code").leaves(),
          json.object("environment").leaves());
    } catch (DateTimeException e) {
      throw JsonFile.broken(manifest, "started is no time: " + started);
    }
  }
}

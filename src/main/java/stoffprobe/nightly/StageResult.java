package stoffprobe.nightly;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a cold run.
 *
 * @param stage its name
 * @param seconds how long it took
 * @param peakMemoryBytes the most memory that the process held meanwhile; null where the system
 *     does not tell
 * @param parameters its part of the pipeline file
 * @param sources SHA-256 of each source file that it read
 * @param code versions of its code, by package
 * @param environment what surrounded it
 * @param results SHA-256 of what has to be the same each time, by path in the stage's folder, or by
 *     name where a file also tells times
 */
public record StageResult(
    String stage,
    double seconds,
    @Nullable Long peakMemoryBytes,
    Map<String, Object> parameters,
    Map<String, String> sources,
    Map<String, String> code,
    Map<String, String> environment,
    Map<String, String> results) {

  public StageResult {
    parameters = Ordered.copy(parameters);
    sources = Ordered.copy(sources);
    code = Ordered.copy(code);
    environment = Ordered.copy(environment);
    results = Ordered.copy(results);
  }
}

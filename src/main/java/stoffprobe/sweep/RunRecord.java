package stoffprobe.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run: {@code run.json} in its folder.
 *
 * @param schema {@value #SCHEMA}
 * @param run names it
 * @param model the model trained
 * @param seed where its random choices started from
 * @param values of the keys that the sweep varies, as YAML
 * @param state whether it is done
 * @param reason why it failed, in plain sentences
 * @param recipe the hash over all that decides its result
 * @param finished when it was reported
 * @param attempts how often it was begun by the sweep that reported it
 * @param trainSeconds how long the training took, beside whatever else ran
 * @param parameters how many numbers the network learns
 * @param weightsSha256 of the trained variables
 * @param predictionsSha256 of the bytes of {@code predictions-<model>.csv}
 * @param testImagesSha256 of the prepared test images, so that runs can be paired image by image
 * @param metrics every metric of {@code metrics.json} that is one number, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRecord(
    String schema,
    String run,
    String model,
    long seed,
    Map<String, String> values,
    State state,
    @Nullable String reason,
    String recipe,
    Instant finished,
    int attempts,
    double trainSeconds,
    long parameters,
    @Nullable String weightsSha256,
    @Nullable String predictionsSha256,
    @Nullable String testImagesSha256,
    Map<String, Double> metrics) {

  public static final String SCHEMA = "stoffprobe-run/1";

  /** How a run ended. */
  public enum State {
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
  }

  public RunRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  public boolean done() {
    return state == State.DONE;
  }
}

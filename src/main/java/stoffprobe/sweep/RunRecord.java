package stoffprobe.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import stoffprobe.engine.RecordJson;

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

  static final String FILE = "run.json";

  private static final Logger LOG = LogManager.getLogger();

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

  /**
   * What a training and its evaluation came to; the fields are those of the record.
   *
   * @param trainSeconds in seconds
   */
  record Results(
      double trainSeconds,
      long parameters,
      @Nullable String weightsSha256,
      @Nullable String predictionsSha256,
      @Nullable String testImagesSha256,
      Map<String, Double> metrics) {

    /** Those of a run that failed. */
    static final Results NONE = new Results(0, 0, null, null, null, Map.of());

    Results {
      metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
  }

  /** The metrics of a model in {@code metrics.json} that are one number, by name. */
  public static Map<String, Double> metricsOf(JsonNode model) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> metric : model.properties()) {
      if (metric.getValue().isNumber() && !metric.getKey().equals("parameters")) {
        numbers.put(metric.getKey(), metric.getValue().asDouble());
      }
    }
    return numbers;
  }

  /**
   * What was written down in a run's folder; empty if nothing was, or it is damaged.
   *
   * @param folder {@code output/<sweep>/runs/<run>}
   */
  public static Optional<RunRecord> read(Path folder) throws IOException {
    try {
      return Optional.of(
          RecordJson.MAPPER.readValue(Files.readString(folder.resolve(FILE)), RunRecord.class));
    } catch (NoSuchFileException | JsonProcessingException e) {
      LOG.debug("No record of a run in {}", folder, e);
      return Optional.empty();
    }
  }

  /** Whether there are results. */
  public boolean done() {
    return state == State.DONE;
  }
}

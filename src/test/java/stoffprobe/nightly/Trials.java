package stoffprobe.nightly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small run as it could have been: one training, four test images. */
final class Trials {

  static final Instant START = Instant.parse("2026-03-01T02:17:00Z");
  static final List<Integer> LABELS = List.of(0, 1, 2, 3);

  private Trials() {}

  static Trial trial() {
    return new Trial(
        START,
        100,
        List.of(
            stage("ingest", Map.of("dataset.files.train-images.sha256", "a".repeat(64))),
            stage("explore", Map.of("seed", 42, "explore.samples", 15)),
            stage("train-mlp", Map.of("seed", 42, "training.learning-rate", 0.001)),
            stage("evaluate", Map.of("seed", 42))),
        Map.of("mlp", model("w", 0.875, 0.36)),
        new LinkedHashMap<>(
            Map.of("version", "1.0", Machine.PIPELINE_FILE, "f", "processor-flags", "avx2 sse")));
  }

  static ModelResult model(String weights, double accuracy, double loss) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", accuracy);
    metrics.put("log_loss", loss);
    return new ModelResult(weights, "predictions of " + weights, metrics);
  }

  private static StageResult stage(String name, Map<String, Object> parameters) {
    return new StageResult(
        name,
        10,
        1L << 30,
        parameters,
        name.equals("ingest") ? Map.of("train-images-idx3-ubyte", "a".repeat(64)) : Map.of(),
        Map.of("stoffprobe.data", "c".repeat(64)),
        Map.of("jdk", "17", "threads", "2"),
        Map.of("result", "bits of " + name));
  }

  /** The same run with one stage replaced. */
  static Trial with(Trial trial, String name, UnaryOperator<StageResult> change) {
    List<StageResult> stages = new ArrayList<>(trial.stages());
    stages.replaceAll(stage -> stage.stage().equals(name) ? change.apply(stage) : stage);
    return new Trial(trial.started(), trial.seconds(), stages, trial.models(), trial.machine());
  }

  static Trial withModel(Trial trial, ModelResult model) {
    return new Trial(
        trial.started(), trial.seconds(), trial.stages(), Map.of("mlp", model), trial.machine());
  }

  static Trial withMachine(Trial trial, Map<String, String> machine) {
    return new Trial(trial.started(), trial.seconds(), trial.stages(), trial.models(), machine);
  }

  static StageResult parameters(StageResult s, Map<String, Object> parameters) {
    return changed(s, parameters, s.sources(), s.code(), s.environment(), s.results());
  }

  static StageResult sources(StageResult s, Map<String, String> sources) {
    return changed(s, s.parameters(), sources, s.code(), s.environment(), s.results());
  }

  static StageResult code(StageResult s, Map<String, String> code) {
    return changed(s, s.parameters(), s.sources(), code, s.environment(), s.results());
  }

  static StageResult environment(StageResult s, Map<String, String> environment) {
    return changed(s, s.parameters(), s.sources(), s.code(), environment, s.results());
  }

  static StageResult results(StageResult s, Map<String, String> results) {
    return changed(s, s.parameters(), s.sources(), s.code(), s.environment(), results);
  }

  private static StageResult changed(
      StageResult s,
      Map<String, Object> parameters,
      Map<String, String> sources,
      Map<String, String> code,
      Map<String, String> environment,
      Map<String, String> results) {
    return new StageResult(
        s.stage(),
        s.seconds(),
        s.peakMemoryBytes(),
        parameters,
        sources,
        code,
        environment,
        results);
  }

  static StageResult cost(StageResult s, double seconds, long bytes) {
    return new StageResult(
        s.stage(),
        seconds,
        bytes,
        s.parameters(),
        s.sources(),
        s.code(),
        s.environment(),
        s.results());
  }

  static Answers answers(Integer... predictions) {
    return new Answers(LABELS, Map.of("mlp", List.of(predictions)));
  }

  /** All right but the last. */
  static Baseline baseline(@Nullable Calibration calibration) {
    return new Baseline(START, "someone", "first", trial(), answers(0, 1, 2, 2), calibration);
  }

  static Calibration calibration(double accuracy, double loss) {
    Map<String, Map<String, Double>> tolerances =
        Map.of("mlp", Map.of("accuracy", accuracy, "log_loss", loss));
    return new Calibration(List.of(43L, 44L, 45L), tolerances, tolerances);
  }
}

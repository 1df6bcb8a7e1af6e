package stoffprobe.nightly;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stoffprobe.engine.Sha256;
import stoffprobe.nightly.Nightly.Acceptance;

/** Nights of every class, made by the program's own comparison and judgement from made-up runs. */
public final class SyntheticNights {

  /** What a hostile person might write as a reason or name a class. */
  public static final String HOSTILE = "</code><script>document.title='taken'</script>\"'&";

  private static final Instant BASELINE = Instant.parse("2026-03-01T02:17:00Z");
  private static final Instant TONIGHT = Instant.parse("2026-03-14T02:17:40Z");
  private static final List<String> STAGES =
      List.of("ingest", "explore", "preprocess", "train-mlp", "train-cnn", "evaluate", "report");
  private static final List<String> METRICS =
      List.of("accuracy", "macro_f1", "test_loss", "brier", "ece");
  private static final double TOLERANCE = 0.02;
  private static final int IMAGES = 200;

  private SyntheticNights() {}

  /** Every result as in the baseline, costs as ever. */
  public static Night reproduced() {
    return night(baseline(5), trial(), answers(0), true, past(12));
  }

  /** The same, though code and environment changed, and with a stage that took very long. */
  public static Night reproducedElsewhere() {
    Trial trial =
        with(
            trial(),
            stage ->
                new StageResult(
                    stage.stage(),
                    stage.stage().equals("train-cnn") ? 400 : stage.seconds(),
                    stage.peakMemoryBytes(),
                    stage.parameters(),
                    stage.sources(),
                    Map.of("stoffprobe." + stage.stage(), hash("new code")),
                    Map.of("cores", "1", "jdk", "17.0.15"),
                    stage.results()));
    return night(baseline(5), trial, answers(0), true, past(12));
  }

  /** Other weights of the cnn; metrics a little off; three images classified differently. */
  public static Night withinTolerance() {
    return night(baseline(5), shifted(0.004), answers(3), false, past(12));
  }

  /** The cnn's metrics three tolerances off, and seventy images classified differently. */
  public static Night drift() {
    return night(baseline(5), shifted(-3 * TOLERANCE), answers(70), true, past(12));
  }

  /** Metrics differ by a hair, and no tolerance was ever measured. */
  public static Night driftWithoutTolerance() {
    return night(baseline(0), shifted(2.5e-7), answers(0), true, past(2));
  }

  /** Another seed, and other test images. */
  public static Night otherParameters() {
    Trial trial =
        with(
            shifted(0.1),
            stage ->
                new StageResult(
                    stage.stage(),
                    stage.seconds(),
                    stage.peakMemoryBytes(),
                    Map.of("seed", 43L, "note", HOSTILE),
                    Map.of("t10k-labels-idx1-ubyte", hash("other")),
                    stage.code(),
                    stage.environment(),
                    changed(stage.results(), "test-labels.npy")));
    return night(baseline(5), trial, answers(0), true, past(12));
  }

  /** Other bits under another code. */
  public static Night otherCode() {
    Trial trial =
        with(
            shifted(0.004),
            stage ->
                new StageResult(
                    stage.stage(),
                    stage.seconds(),
                    stage.peakMemoryBytes(),
                    stage.parameters(),
                    stage.sources(),
                    Map.of("stoffprobe." + stage.stage(), hash("new code")),
                    stage.environment(),
                    stage.results()));
    return night(baseline(5), trial, answers(3), true, past(12));
  }

  /** The very first night, which nobody made a baseline. */
  public static Night first() {
    return night(null, trial(), answers(0), true, List.of());
  }

  /** The very first night, made the baseline by a hostile person. */
  public static Night accepted() {
    return accepted(first(), "mallory" + HOSTILE);
  }

  /** The same night after its run was made the baseline. */
  public static Night accepted(Night night, String by) {
    return new Night(
        night.schema(),
        night.pipeline(),
        night.started(),
        night.seconds(),
        night.verdict(),
        night.trial(),
        night.baseline(),
        night.comparison(),
        night.repetition(),
        night.costs(),
        new Acceptance(by, HOSTILE));
  }

  /** A run that ended badly, with a message of two lines. */
  public static Night failed() {
    return new Night(
        Night.SCHEMA,
        "smoke",
        TONIGHT,
        1.5,
        Judge.failed("Stage train-cnn failed: " + HOSTILE + "\nsecond line"),
        null,
        Night.Reference.of(baseline(5)),
        null,
        null,
        List.of(),
        null);
  }

  /**
   * The nights before and the given one: mostly reproduced, with one of each other class among
   * them.
   *
   * @param count how many before it
   */
  public static List<PastNight> history(Night night, int count) {
    List<PastNight> nights = new ArrayList<>(past(count));
    nights.add(PastNight.of(night));
    return List.copyOf(nights);
  }

  private static List<PastNight> past(int count) {
    List<PastNight> nights = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Verdict.Kind kind =
          switch (i % 40) {
            case 0 -> Verdict.Kind.NOT_COMPARABLE;
            case 4 -> Verdict.Kind.WITHIN_TOLERANCE;
            case 6 -> Verdict.Kind.DRIFT;
            case 8 -> Verdict.Kind.FAILED;
            default -> Verdict.Kind.REPRODUCED;
          };
      boolean failed = kind == Verdict.Kind.FAILED;
      double shift =
          kind == Verdict.Kind.DRIFT ? -0.05 : kind == Verdict.Kind.WITHIN_TOLERANCE ? 0.006 : 0;
      Trial trial = shifted(shift);
      double slower = 1 + 0.03 * Math.sin(i * 1.7);
      nights.add(
          new PastNight(
              TONIGHT.minus(Duration.ofDays(count - i)),
              320 * slower,
              new Verdict(kind, kind.toString()),
              failed
                  ? List.of()
                  : trial.stages().stream()
                      .map(
                          s ->
                              new PastNight.StageCost(
                                  s.stage(), s.seconds() * slower, s.peakMemoryBytes()))
                      .toList(),
              failed ? Map.of() : trial.models()));
    }
    return nights;
  }

  private static Night night(
      @Nullable Baseline baseline,
      Trial trial,
      Answers answers,
      boolean repeats,
      List<PastNight> past) {
    Optional<Comparison> comparison =
        Optional.ofNullable(baseline).map(before -> Comparer.compare(before, trial, answers));
    Repetition repetition =
        new Repetition("mlp", hash("mlp"), repeats ? hash("mlp") : hash("something else"));
    return new Night(
        Night.SCHEMA,
        "smoke",
        TONIGHT,
        321.5,
        comparison.map(c -> Judge.of(c, repetition)).orElseGet(Judge::withoutBaseline),
        trial,
        baseline == null ? null : Night.Reference.of(baseline),
        comparison.orElse(null),
        repetition,
        Costs.of(trial, past),
        null);
  }

  private static Baseline baseline(int seeds) {
    Map<String, Double> tolerance = new LinkedHashMap<>();
    METRICS.forEach(metric -> tolerance.put(metric, TOLERANCE));
    Map<String, Map<String, Double>> tolerances = Map.of("mlp", tolerance, "cnn", tolerance);
    return new Baseline(
        BASELINE.plusSeconds(400),
        "anna",
        "release 1.0 " + HOSTILE,
        new Trial(BASELINE, 300, trial().stages(), trial().models(), trial().machine()),
        answers(0),
        seeds == 0
            ? null
            : new Calibration(
                IntStream.rangeClosed(43, 42 + seeds).mapToObj(Long::valueOf).toList(),
                tolerances,
                tolerances));
  }

  private static Trial trial() {
    return shifted(0);
  }

  /** A run whose cnn has metrics, and so weights and predictions, that differ by so much. */
  private static Trial shifted(double shift) {
    Map<String, ModelResult> models = new LinkedHashMap<>();
    for (String model : List.of("mlp", "cnn")) {
      double moved = model.equals("cnn") ? shift : 0;
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (int i = 0; i < METRICS.size(); i++) {
        double base = model.equals("cnn") ? 0.912 : 0.883;
        metrics.put(METRICS.get(i), base - 0.11 * i + (i % 2 == 0 ? moved : moved / 2));
      }
      models.put(model, new ModelResult(hash(model + moved), hash("p" + model + moved), metrics));
    }
    List<StageResult> stages = new ArrayList<>();
    for (String stage : STAGES) {
      boolean moved = shift != 0 && (stage.equals("train-cnn") || stage.equals("evaluate"));
      Map<String, String> results = new LinkedHashMap<>();
      for (String name : names(stage)) {
        results.put(name, hash(stage + name + (moved && !name.endsWith("mlp.csv") ? shift : 0)));
      }
      stages.add(
          new StageResult(
              stage,
              stage.startsWith("train") ? 130 : 4.2,
              stage.equals("ingest") ? null : 500_000_000L + 10_000_000L * stages.size(),
              Map.of("seed", 42L),
              Map.of("t10k-labels-idx1-ubyte", hash("labels")),
              Map.of("stoffprobe." + stage, hash("code")),
              stage.startsWith("train")
                  ? Map.of("jdk", "17.0.15", "cores", "2", "tensorflow", "2.18.0")
                  : Map.of("jdk", "17.0.15", "cores", "2"),
              results));
    }
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("version", "1.0.0");
    machine.put("pipeline-file", hash("pipeline" + shift));
    machine.put("processor-flags", "avx2 fma sse4_2");
    return new Trial(TONIGHT.plusSeconds(1), 300, stages, models, machine);
  }

  private static List<String> names(String stage) {
    return switch (stage) {
      case "ingest" -> List.of("train-images.npy", "test-labels.npy");
      case "evaluate" ->
          List.of(
              "metrics.json",
              "predictions-mlp.csv",
              "predictions-cnn.csv",
              "confusion-mlp.csv",
              "confusion-cnn.csv",
              "per-class.csv",
              "reliability.csv",
              "coverage.csv",
              "examples.csv");
      case "train-mlp", "train-cnn" -> List.of("weights", "history.csv");
      default -> List.of(stage + ".json");
    };
  }

  /** Labels in turn; mlp always right, cnn wrong on the first {@code flips} images. */
  private static Answers answers(int flips) {
    List<Integer> labels = IntStream.range(0, IMAGES).mapToObj(i -> i % 10).toList();
    List<Integer> cnn =
        IntStream.range(0, IMAGES).mapToObj(i -> i < flips ? (i + 1) % 10 : i % 10).toList();
    return new Answers(labels, Map.of("mlp", labels, "cnn", cnn));
  }

  private static Map<String, String> changed(Map<String, String> results, String name) {
    Map<String, String> copy = new LinkedHashMap<>(results);
    copy.computeIfPresent(name, (n, hash) -> hash("changed"));
    return copy;
  }

  private static Trial with(Trial trial, UnaryOperator<StageResult> change) {
    return new Trial(
        trial.started(),
        trial.seconds(),
        trial.stages().stream().map(change).toList(),
        trial.models(),
        trial.machine());
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

package stoffprobe.nightly;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import stoffprobe.statistics.McNemar;

/** Lays a night beside the baseline. */
final class Comparer {

  private final Baseline baseline;
  private final Trial tonight;
  private final Answers answers;

  private Comparer(Baseline baseline, Trial tonight, Answers answers) {
    this.baseline = baseline;
    this.tonight = tonight;
    this.answers = answers;
  }

  static Comparison compare(Baseline baseline, Trial tonight, Answers answers) {
    Comparer comparer = new Comparer(baseline, tonight, answers);
    return new Comparison(
        Changes.between(baseline.trial(), tonight), comparer.stages(), comparer.models());
  }

  private List<StageMatch> stages() {
    List<StageMatch> matches = new ArrayList<>();
    for (StageResult now : tonight.stages()) {
      Map<String, String> before =
          baseline.trial().stages().stream()
              .filter(stage -> stage.stage().equals(now.stage()))
              .findFirst()
              .map(StageResult::results)
              .orElse(Map.of());
      Set<String> names = new LinkedHashSet<>(now.results().keySet());
      names.addAll(before.keySet());
      if (!names.isEmpty()) {
        List<String> different =
            names.stream()
                .filter(name -> !Objects.equals(before.get(name), now.results().get(name)))
                .toList();
        matches.add(new StageMatch(now.stage(), names.size(), different));
      }
    }
    return matches;
  }

  private List<ModelMatch> models() {
    List<ModelMatch> matches = new ArrayList<>();
    tonight
        .models()
        .forEach((name, now) -> before(name).ifPresent(old -> matches.add(model(name, old, now))));
    return matches;
  }

  private Optional<ModelResult> before(String model) {
    return Optional.ofNullable(baseline.trial().models().get(model));
  }

  private ModelMatch model(String name, ModelResult before, ModelResult now) {
    List<Flip> flips = flips(name);
    int onlyBefore = (int) flips.stream().filter(flip -> flip.before() == flip.label()).count();
    int onlyNow = (int) flips.stream().filter(flip -> flip.now() == flip.label()).count();
    return new ModelMatch(
        name,
        before.weightsSha256().equals(now.weightsSha256()),
        before.predictionsSha256().equals(now.predictionsSha256()),
        flips,
        onlyBefore,
        onlyNow,
        McNemar.exact(onlyBefore, onlyNow),
        metrics(name, before, now));
  }

  /** None if the two were not asked about the same images. */
  private List<Flip> flips(String model) {
    List<Integer> labels = answers.labels();
    List<Integer> now = answers.predictions().getOrDefault(model, List.of());
    List<Integer> before = baseline.answers().predictions().getOrDefault(model, List.of());
    List<Flip> flips = new ArrayList<>();
    if (labels.equals(baseline.answers().labels())) {
      for (int i = 0; i < Math.min(now.size(), before.size()); i++) {
        if (!now.get(i).equals(before.get(i))) {
          flips.add(new Flip(i, labels.get(i), before.get(i), now.get(i)));
        }
      }
    }
    return flips;
  }

  private List<MetricMatch> metrics(String model, ModelResult before, ModelResult now) {
    Calibration calibration = baseline.calibration();
    Map<String, Double> tolerances =
        calibration == null ? Map.of() : calibration.tolerances().getOrDefault(model, Map.of());
    List<MetricMatch> matches = new ArrayList<>();
    now.metrics()
        .forEach(
            (metric, value) -> {
              Double old = before.metrics().get(metric);
              if (old != null) {
                matches.add(new MetricMatch(metric, old, value, tolerances.get(metric)));
              }
            });
    return matches;
  }
}

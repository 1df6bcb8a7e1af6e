package stoffprobe.nightly.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import stoffprobe.nightly.Cost;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.PastNight;
import stoffprobe.nightly.PastNight.StageCost;
import stoffprobe.nightly.chart.MetricShares;
import stoffprobe.nightly.chart.NightCharts;
import stoffprobe.nightly.chart.Occasion;
import stoffprobe.nightly.chart.Timeline;
import stoffprobe.nightly.text.JudgedMetric;
import stoffprobe.nightly.text.MetricText;
import stoffprobe.report.Drawing;
import stoffprobe.report.chart.ModelLabel;
import stoffprobe.report.text.Bilingual;

/**
 * The figures of a night's page.
 *
 * @param verdicts of all nights; absent without a night
 * @param shares each metric's difference against its tolerance; absent where no metric changed or
 *     none has a tolerance
 * @param metrics their history; absent if no night has any
 * @param seconds the history of the stages' durations, likewise
 * @param memory the history of their memory, likewise
 */
public record NightFigures(
    Optional<Drawing> verdicts,
    Optional<Drawing> shares,
    Optional<Drawing> metrics,
    Optional<Drawing> seconds,
    Optional<Drawing> memory) {

  private static final double MEGABYTE = 1e6;

  /** The narrowest section of an axis: half a percentage point of a score, MB of memory. */
  private static final double LEAST_METRIC = 0.005;

  private static final double LEAST_MEGABYTES = 50;

  static NightFigures draw(Night night, List<PastNight> nights) {
    List<Occasion> occasions =
        nights.stream().map(past -> new Occasion(past.started(), past.verdict().kind())).toList();
    return new NightFigures(
        occasions.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Drawing.of("figure.verdicts", l -> NightCharts.verdicts(l, occasions))
                    .orNarrow(l -> NightCharts.narrowVerdicts(l, occasions))),
        shares(night),
        timelines("metrics", METRICS, occasions, metrics(nights)),
        timelines("seconds", SECONDS, occasions, stages(night, nights, Cost.Measure.SECONDS)),
        timelines(
            "memory", MEMORY, occasions, stages(night, nights, Cost.Measure.PEAK_MEMORY_BYTES)));
  }

  private static final Bilingual METRICS =
      new Bilingual("Metriken über die Nächte", "Metrics over the nights");
  private static final Bilingual SECONDS =
      new Bilingual("Dauer der Stufen in Sekunden", "Seconds that stages took");
  private static final Bilingual MEMORY =
      new Bilingual("Speicher der Stufen in MB", "Memory of the stages in MB");

  private static Optional<Drawing> timelines(
      String name, Bilingual title, List<Occasion> nights, List<Timeline> timelines) {
    return timelines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Drawing.of(
                    "figure." + name, l -> NightCharts.timelines(l, name, title, nights, timelines))
                .orNarrow(l -> NightCharts.narrowTimelines(l, name, title, nights, timelines)));
  }

  private static Optional<Drawing> shares(Night night) {
    List<JudgedMetric> measured =
        JudgedMetric.all(night).stream().filter(JudgedMetric::measured).toList();
    if (measured.stream().allMatch(judged -> judged.share() == 0)) {
      return Optional.empty();
    }
    List<String> models = measured.stream().map(JudgedMetric::model).distinct().toList();
    Map<String, List<MetricShares.Share>> byMetric = new LinkedHashMap<>();
    for (JudgedMetric judged : measured) {
      byMetric
          .computeIfAbsent(judged.metric().metric(), m -> new ArrayList<>())
          .add(
              new MetricShares.Share(
                  ModelLabel.of(judged.model()), models.indexOf(judged.model()), judged.share()));
    }
    List<MetricShares> rows =
        byMetric.entrySet().stream()
            .map(entry -> new MetricShares(MetricText.name(entry.getKey()), entry.getValue()))
            .toList();
    return Optional.of(
        Drawing.of("figure.shares", l -> NightCharts.shares(l, rows))
            .orNarrow(l -> NightCharts.narrowShares(l, rows)));
  }

  private static List<Timeline> metrics(List<PastNight> nights) {
    Set<String> models = new LinkedHashSet<>();
    Set<String> metrics = new LinkedHashSet<>();
    for (PastNight night : nights) {
      models.addAll(night.models().keySet());
      night.models().values().forEach(model -> metrics.addAll(model.metrics().keySet()));
    }
    List<String> order = List.copyOf(models);
    return metrics.stream()
        .map(
            metric ->
                new Timeline(
                    MetricText.name(metric),
                    order.stream()
                        .map(
                            model ->
                                new Timeline.Line(
                                    ModelLabel.of(model),
                                    order.indexOf(model),
                                    values(nights, night -> metric(night, model, metric))))
                        .toList(),
                    OptionalDouble.empty(),
                    LEAST_METRIC,
                    false))
        .toList();
  }

  private static double metric(PastNight night, String model, String metric) {
    return Optional.ofNullable(night.models().get(model))
        .map(result -> result.metrics().get(metric))
        .filter(Objects::nonNull)
        .orElse(Double.NaN);
  }

  private static List<Timeline> stages(Night night, List<PastNight> nights, Cost.Measure measure) {
    Set<String> stages = new LinkedHashSet<>();
    nights.forEach(past -> past.stages().forEach(cost -> stages.add(cost.stage())));
    boolean seconds = measure == Cost.Measure.SECONDS;
    double unit = seconds ? 1 : MEGABYTE;
    List<Timeline> timelines = new ArrayList<>();
    for (String stage : stages) {
      List<Double> values = values(nights, past -> cost(past, stage, measure) / unit);
      if (values.stream().anyMatch(Double::isFinite)) {
        timelines.add(
            new Timeline(
                Bilingual.same(stage),
                List.of(new Timeline.Line("", 0, values)),
                limit(night, stage, measure, unit),
                seconds ? 1 : LEAST_MEGABYTES,
                seconds));
      }
    }
    return timelines;
  }

  private static OptionalDouble limit(
      Night night, String stage, Cost.Measure measure, double unit) {
    return night.costs().stream()
        .filter(cost -> cost.stage().equals(stage) && cost.measure() == measure)
        .mapToDouble(cost -> cost.limit() / unit)
        .findFirst();
  }

  private static double cost(PastNight night, String stage, Cost.Measure measure) {
    return night.stages().stream()
        .filter(cost -> cost.stage().equals(stage))
        .mapToDouble(cost -> measure == Cost.Measure.SECONDS ? cost.seconds() : bytes(cost))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double bytes(StageCost cost) {
    @Nullable Long bytes = cost.peakMemoryBytes();
    return bytes == null ? Double.NaN : bytes.doubleValue();
  }

  private static List<Double> values(List<PastNight> nights, ToDoubleFunction<PastNight> value) {
    return nights.stream().map(night -> (Double) value.applyAsDouble(night)).toList();
  }
}

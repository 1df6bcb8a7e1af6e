package stoffprobe.sweep.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.report.Drawing;
import stoffprobe.report.text.Bilingual;
import stoffprobe.statistics.runs.RunSummary;
import stoffprobe.sweep.Comparison;
import stoffprobe.sweep.Findings;
import stoffprobe.sweep.RunRecord;
import stoffprobe.sweep.VariantResult;
import stoffprobe.sweep.chart.CostPoint;
import stoffprobe.sweep.chart.DotRow;
import stoffprobe.sweep.chart.DotTexts;
import stoffprobe.sweep.chart.SweepCharts;
import stoffprobe.sweep.text.VariantLabel;

/**
 * The figures of a sweep's page; each is absent where there is nothing to draw.
 *
 * @param top the best variants, a dot a run
 * @param runs all variants likewise, where the first figure does not show all
 * @param differences of comparisons, a dot a seed
 * @param cost accuracy against the seconds of training
 */
public record SweepFigures(
    Optional<Drawing> top,
    Optional<Drawing> runs,
    Optional<Drawing> differences,
    Optional<Drawing> cost) {

  /** So many fit into one screen. */
  private static final int TOP = 5;

  /** More rows than these nobody compares by eye; the table has them all. */
  private static final int MOST = 30;

  private static final DotTexts RUNS =
      new DotTexts(
          new Bilingual("Jeder Lauf ein Punkt", "Every run a dot"),
          new Bilingual("Genauigkeit in %", "accuracy in %"),
          false);

  private static final DotTexts DIFFERENCES =
      new DotTexts(
          new Bilingual("Startwert für Startwert", "Seed by seed"),
          new Bilingual(
              "Unterschied der Genauigkeit in Prozentpunkten",
              "difference of accuracy in percentage points"),
          true);

  static SweepFigures draw(Findings findings) {
    List<VariantResult> ranking = findings.ranking();
    List<String> models =
        findings.variants().stream().map(VariantResult::model).distinct().toList();
    List<DotRow> rows =
        ranking.stream().limit(MOST).map(v -> row(v, models.indexOf(v.model()))).toList();
    List<DotRow> top = rows.subList(0, Math.min(TOP, rows.size()));
    return new SweepFigures(
        dots("top", RUNS, false, top),
        rows.size() > TOP ? dots("runs", RUNS, true, rows) : Optional.empty(),
        dots("differences", DIFFERENCES, true, differences(findings.comparisons(), models)),
        cost(ranking, models));
  }

  private static Optional<Drawing> dots(
      String name, DotTexts texts, boolean wide, List<DotRow> rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Drawing.of("figure." + name, l -> SweepCharts.dots(l, name, texts, wide, rows))
                .orNarrow(l -> SweepCharts.narrowDots(l, name, texts, rows)));
  }

  private static DotRow row(VariantResult variant, int series) {
    RunSummary accuracy = variant.metric(VariantResult.ACCURACY).orElseThrow();
    return new DotRow(
        List.of(VariantLabel.of(variant)),
        series,
        variant.runs().stream()
            .map(run -> new DotRow.Dot(accuracy(run), "seed " + run.seed()))
            .toList(),
        accuracy.mean(),
        accuracy.interval().map(i -> new DotRow.Whisker(i.low(), i.high())).stream().toList());
  }

  private static List<DotRow> differences(List<Comparison> comparisons, List<String> models) {
    List<DotRow> rows = new ArrayList<>();
    for (Comparison comparison : comparisons.stream().limit(MOST).toList()) {
      List<DotRow.Dot> dots = new ArrayList<>();
      for (int i = 0; i < comparison.seeds().size(); i++) {
        dots.add(
            new DotRow.Dot(comparison.differences().get(i), "seed " + comparison.seeds().get(i)));
      }
      List<DotRow.Whisker> whiskers = new ArrayList<>();
      comparison
          .overSeeds()
          .interval()
          .ifPresent(i -> whiskers.add(new DotRow.Whisker(i.low(), i.high())));
      comparison
          .both()
          .ifPresent(
              both ->
                  whiskers.add(new DotRow.Whisker(both.interval().low(), both.interval().high())));
      rows.add(
          new DotRow(
              List.of(
                  VariantLabel.of(comparison.ahead()), "− " + VariantLabel.of(comparison.behind())),
              models.indexOf(comparison.ahead().model()),
              dots,
              comparison.overSeeds().mean(),
              whiskers));
    }
    return rows;
  }

  private static Optional<Drawing> cost(List<VariantResult> ranking, List<String> models) {
    List<CostPoint> points = new ArrayList<>();
    double cheapest = Double.POSITIVE_INFINITY;
    for (VariantResult variant : ranking) { // the most accurate first
      double seconds = variant.trainSeconds().map(RunSummary::mean).orElseThrow();
      points.add(
          new CostPoint(
              VariantLabel.of(variant),
              models.indexOf(variant.model()),
              seconds,
              variant.metric(VariantResult.ACCURACY).orElseThrow().mean(),
              variant.runs().stream()
                  .map(run -> new CostPoint.Run(run.trainSeconds(), accuracy(run)))
                  .toList(),
              seconds < cheapest));
      cheapest = Math.min(cheapest, seconds);
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Drawing.of("figure.cost", l -> SweepCharts.cost(l, points))
                .orNarrow(l -> SweepCharts.narrowCost(l, points)));
  }

  private static double accuracy(RunRecord run) {
    return run.metrics().getOrDefault(VariantResult.ACCURACY, Double.NaN);
  }
}

package stoffprobe.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import stoffprobe.config.ClassNames;
import stoffprobe.report.chart.Charts;
import stoffprobe.report.chart.EpochPoint;
import stoffprobe.report.chart.Estimate;
import stoffprobe.report.chart.Figure;
import stoffprobe.report.chart.Language;
import stoffprobe.report.chart.ModelAccuracy;
import stoffprobe.report.chart.ModelCurves;
import stoffprobe.report.chart.ModelTime;
import stoffprobe.report.chart.Sample;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.Epoch;
import stoffprobe.report.facts.Exploration.ClassCount;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;
import stoffprobe.report.text.TimeText;

/**
 * All figures of a report.
 *
 * @param curves by model
 * @param confusions by model
 * @param verdict two accuracies and their difference; of one model or many, the accuracies
 * @param overlay of the curves of all models; none for a single one
 * @param classes of the scores and confusions class by class
 * @param certainty of where the models agree and how sure they are
 * @param filters of the first convolution, by model; none for one that starts otherwise
 * @param times of all trainings
 */
public record Figures(
    Drawing classCounts,
    Drawing firstImage,
    Drawing samples,
    Map<String, Drawing> curves,
    Map<String, Drawing> confusions,
    Drawing verdict,
    Optional<Drawing> overlay,
    ClassFigures classes,
    CertaintyFigures certainty,
    Map<String, Drawing> filters,
    Drawing times) {

  static Figures draw(Run run) {
    Map<String, Drawing> curves = new LinkedHashMap<>();
    Map<String, Drawing> confusions = new LinkedHashMap<>();
    for (ModelRun model : run.models()) {
      String name = model.name();
      boolean heldOut = run.about().heldOut();
      curves.put(
          name, Drawing.of("figure.curves." + name, l -> Charts.curves(l, points(model, heldOut))));
      confusions.put(
          name,
          Drawing.of(
              "figure.confusion." + name,
              l -> Charts.confusion(l, name, names(run, l), model.confusion().counts())));
    }
    return new Figures(
        Drawing.of("figure.counts", l -> counts(run, l)),
        Drawing.of("figure.first", l -> first(run, l)),
        Drawing.of("figure.samples", l -> samples(run, l)),
        curves,
        confusions,
        verdict(run),
        overlay(run),
        ClassFigures.draw(run),
        CertaintyFigures.draw(run),
        FilterDrawing.all(run),
        times(run));
  }

  /**
   * Begins to write each figure as SVG and PNG.
   *
   * @throws IOException if there can't be such a folder
   */
  CompletableFuture<Void> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    return CompletableFuture.allOf(
        all().stream().map(drawing -> drawing.write(folder)).toArray(CompletableFuture[]::new));
  }

  private List<Drawing> all() {
    List<Drawing> all = new ArrayList<>(List.of(classCounts, firstImage, samples, verdict));
    all.addAll(curves.values());
    all.addAll(confusions.values());
    overlay.ifPresent(all::add);
    all.addAll(classes.all());
    all.addAll(certainty.all());
    all.addAll(filters.values());
    all.add(times);
    return all;
  }

  private static Drawing times(Run run) {
    List<ModelTime> times = run.models().stream().map(TimeText::time).toList();
    return Drawing.of("figure.times", l -> Charts.times(l, times))
        .orNarrow(l -> Charts.narrowTimes(l, times));
  }

  private static Figure counts(Run run, Language language) {
    return Charts.classCounts(
        language,
        names(run, language),
        run.exploration().trainCounts().stream().map(ClassCount::count).toList(),
        run.exploration().testCounts().stream().map(ClassCount::count).toList());
  }

  private static Figure first(Run run, Language language) {
    String name = names(run, language).get(run.exploration().firstLabel());
    return Charts.firstImage(language, run.trainImages(), 0, name);
  }

  private static Figure samples(Run run, Language language) {
    List<String> names = names(run, language);
    return Charts.samples(
        language,
        run.trainImages(),
        run.exploration().samples().stream()
            .map(sample -> new Sample(sample.index(), names.get(sample.classIndex())))
            .toList());
  }

  private static Optional<Drawing> overlay(Run run) {
    List<ModelCurves> models =
        run.models().stream().map(m -> points(m, run.about().heldOut())).toList();
    return models.size() < 2
        ? Optional.empty()
        : Optional.of(Drawing.of("figure.overlay", l -> Charts.overlay(l, models)));
  }

  private static Drawing verdict(Run run) {
    String id = "figure.verdict";
    if (run.models().size() != 2) {
      List<ModelAccuracy> models =
          run.standings().models().stream().map(model -> accuracy(run, model)).toList();
      return Drawing.of(id, l -> Charts.ranking(l, models))
          .orNarrow(l -> Charts.narrowRanking(l, models));
    }
    Comparison pair = run.firstComparison().orElseThrow();
    Estimate estimate =
        new Estimate(
            accuracy(run, run.model(pair.behind())),
            accuracy(run, run.model(pair.ahead())),
            pair.lead(),
            pair.leadInterval().low(),
            pair.leadInterval().high());
    return Drawing.of(id, l -> Charts.estimation(l, estimate))
        .orNarrow(l -> Charts.narrowEstimation(l, estimate));
  }

  private static ModelCurves points(ModelRun model, boolean heldOut) {
    return new ModelCurves(
        model.name(), model.history().trained().stream().map(Figures::point).toList(), heldOut);
  }

  private static EpochPoint point(Epoch epoch) {
    return new EpochPoint(
        epoch.number(),
        epoch.trainLoss().orElse(Double.NaN),
        epoch.testLoss(),
        epoch.macroF1BatchMean(),
        epoch.accuracyBatchMean());
  }

  private static ModelAccuracy accuracy(Run run, ModelRun model) {
    return new ModelAccuracy(
        model.name(),
        run.models().indexOf(model),
        model.metrics().accuracy(),
        model.metrics().accuracyInterval().low(),
        model.metrics().accuracyInterval().high(),
        !run.standings().beaten(model));
  }

  private static List<String> names(Run run, Language language) {
    ClassNames classes = run.about().classes();
    return language == Language.DE ? classes.de() : classes.en();
  }
}

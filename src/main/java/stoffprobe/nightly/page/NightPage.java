package stoffprobe.nightly.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import stoffprobe.config.ClassNames;
import stoffprobe.nightly.Change;
import stoffprobe.nightly.Comparison;
import stoffprobe.nightly.Cost;
import stoffprobe.nightly.ModelMatch;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.PastNight;
import stoffprobe.nightly.Repetition;
import stoffprobe.nightly.StageMatch;
import stoffprobe.nightly.StageResult;
import stoffprobe.nightly.Trial;
import stoffprobe.nightly.Verdict;
import stoffprobe.nightly.text.Commands;
import stoffprobe.nightly.text.FlipText;
import stoffprobe.nightly.text.RepetitionText;
import stoffprobe.nightly.text.StepText;
import stoffprobe.nightly.text.ToleranceText;
import stoffprobe.nightly.text.VerdictSentences;
import stoffprobe.report.Assets;
import stoffprobe.report.chart.Isolated;
import stoffprobe.report.text.Bilingual;

/**
 * What the templates show.
 *
 * @param nights the history, oldest first, {@code night} among them
 * @param commands what a reader may run
 * @param style what this page needs beyond the report's style sheet
 * @param figures drawn already
 */
public record NightPage(
    Night night,
    List<PastNight> nights,
    ClassNames classes,
    Commands commands,
    Assets assets,
    String style,
    NightFigures figures) {

  /** So many nights stand in the table of the history. */
  private static final int LISTED_NIGHTS = 30;

  public NightPage {
    nights = List.copyOf(nights);
  }

  NightPage(
      Night night,
      List<PastNight> nights,
      ClassNames classes,
      Commands commands,
      Assets assets,
      String style) {
    this(night, nights, classes, commands, assets, style, NightFigures.draw(night, nights));
  }

  /** The whole page. */
  String html() {
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("nightly/page.jte", this, html);
    return html.toString();
  }

  public Verdict.Kind kind() {
    return night.verdict().kind();
  }

  public VerdictSentences verdict() {
    return new VerdictSentences(night);
  }

  public StepText steps() {
    return new StepText(night, commands);
  }

  public ToleranceText tolerances() {
    return new ToleranceText(night);
  }

  public Optional<Night.Reference> baseline() {
    return Optional.ofNullable(night.baseline());
  }

  public Optional<Trial> trial() {
    return Optional.ofNullable(night.trial());
  }

  public Optional<Comparison> comparison() {
    return Optional.ofNullable(night.comparison());
  }

  public List<Change> changes() {
    return comparison().map(Comparison::changes).orElse(List.of());
  }

  public List<ModelMatch> models() {
    return comparison().map(Comparison::models).orElse(List.of());
  }

  public List<FlipText> flips() {
    return models().stream().map(model -> new FlipText(night, model)).toList();
  }

  public Optional<RepetitionText> repetition() {
    Repetition repetition = night.repetition();
    return Optional.ofNullable(repetition).map(RepetitionText::new);
  }

  public EnvironmentTable environment() {
    return new EnvironmentTable(night);
  }

  /**
   * A link of the chain.
   *
   * @param match absent where there was nothing to compare with
   * @param first whether it is the first one that differs
   */
  public record Link(StageResult stage, Optional<StageMatch> match, boolean first) {

    public boolean different() {
      return match.map(found -> !found.same()).orElse(false);
    }
  }

  /** Tonight's stages in order. */
  public List<Link> chain() {
    Optional<String> first = comparison().flatMap(Comparison::firstDifference);
    return trial().map(Trial::stages).orElse(List.of()).stream()
        .map(
            stage ->
                new Link(
                    stage,
                    comparison().flatMap(found -> match(found, stage.stage())),
                    first.filter(stage.stage()::equals).isPresent()))
        .toList();
  }

  private static Optional<StageMatch> match(Comparison comparison, String stage) {
    return comparison.stages().stream().filter(m -> m.stage().equals(stage)).findFirst();
  }

  /** What a stage cost beside past nights; absent while these are too few. */
  public Optional<Cost> cost(StageResult stage, Cost.Measure measure) {
    return night.costs().stream()
        .filter(cost -> cost.stage().equals(stage.stage()) && cost.measure() == measure)
        .findFirst();
  }

  public List<Cost> unusual() {
    return night.costs().stream().filter(Cost::unusual).toList();
  }

  /** A class by its name, or by its number if it has none. */
  public Bilingual className(int index) {
    return index >= 0 && index < classes.count()
        ? new Bilingual(Isolated.of(classes.de().get(index)), Isolated.of(classes.en().get(index)))
        : Bilingual.same(String.valueOf(index));
  }

  /** The latest nights, the newest first. */
  public List<PastNight> latest() {
    List<PastNight> latest =
        new ArrayList<>(nights.subList(Math.max(0, nights.size() - LISTED_NIGHTS), nights.size()));
    Collections.reverse(latest);
    return latest;
  }

  /** The models that occur in the latest nights. */
  public List<String> pastModels() {
    Set<String> models = new LinkedHashSet<>();
    latest().forEach(past -> models.addAll(past.models().keySet()));
    return List.copyOf(models);
  }

  /** A model's accuracy in a night; NaN if it has none. */
  public double accuracy(PastNight past, String model) {
    return Optional.ofNullable(past.models().get(model))
        .map(result -> result.metrics().get("accuracy"))
        .filter(Objects::nonNull)
        .orElse(Double.NaN);
  }
}

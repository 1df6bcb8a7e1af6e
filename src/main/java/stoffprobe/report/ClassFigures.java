package stoffprobe.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import stoffprobe.config.ClassNames;
import stoffprobe.report.chart.Charts;
import stoffprobe.report.chart.ClassScores;
import stoffprobe.report.chart.ClassScores.Score;
import stoffprobe.report.chart.ConfusionPair;
import stoffprobe.report.chart.Language;
import stoffprobe.report.facts.ClassScore;
import stoffprobe.report.facts.Interval;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;
import stoffprobe.report.text.ClassText;

/**
 * The figures of single classes.
 *
 * @param confusions of the two most accurate models; none for a single one
 */
public record ClassFigures(Drawing scores, Optional<Drawing> confusions) {

  /** More classes than this have no matrix that a phone could show. */
  private static final int MOST_NARROW = 12;

  /** With more classes than this the marks of more models than that can't be told apart. */
  private static final int FEW_CLASSES = 20;

  private static final int MOST_MODELS = 5;

  static ClassFigures draw(Run run) {
    List<Integer> order = new ClassText(run).order();
    List<ClassScores> models = shown(run).stream().map(m -> scores(run, m, order)).toList();
    return new ClassFigures(
        Drawing.of("figure.classes", l -> Charts.classScores(l, names(run, l, order), models))
            .orNarrow(l -> Charts.narrowClassScores(l, names(run, l, order), models)),
        run.bestPair()
            .map(
                pair ->
                    new ConfusionPair(
                        pair.a(),
                        pair.b(),
                        run.model(pair.a()).confusion().counts(),
                        run.model(pair.b()).confusion().counts()))
            .map(pair -> confusions(run, pair)));
  }

  /** The models that the figure of the scores shows: the most accurate where all are too many. */
  public static List<ModelRun> shown(Run run) {
    boolean many = run.about().classes().count() > FEW_CLASSES;
    return run.ranking().stream().limit(many ? MOST_MODELS : Long.MAX_VALUE).toList();
  }

  List<Drawing> all() {
    return Stream.concat(Stream.of(scores), confusions.stream()).toList();
  }

  private static Drawing confusions(Run run, ConfusionPair pair) {
    Drawing drawing =
        Drawing.of(
            "figure.confusions", l -> Charts.confusionPair(l, all(run.about().classes(), l), pair));
    return run.about().classes().count() > MOST_NARROW
        ? drawing
        : drawing.orNarrow(l -> Charts.narrowConfusionPair(l, all(run.about().classes(), l), pair));
  }

  private static ClassScores scores(Run run, ModelRun model, List<Integer> order) {
    return new ClassScores(
        model.name(),
        run.models().indexOf(model),
        scores(model, order, ClassScore::f1, ClassScore::f1Interval),
        scores(model, order, ClassScore::precision, ClassScore::precisionInterval),
        scores(model, order, ClassScore::recall, ClassScore::recallInterval));
  }

  private static List<Score> scores(
      ModelRun model,
      List<Integer> order,
      Function<ClassScore, Double> value,
      Function<ClassScore, Optional<Interval>> interval) {
    Interval none = new Interval(Double.NaN, Double.NaN);
    return order.stream()
        .map(
            index ->
                model
                    .score(index)
                    .map(
                        score -> {
                          Interval range = interval.apply(score).orElse(none);
                          return new Score(value.apply(score), range.low(), range.high());
                        })
                    .orElse(new Score(Double.NaN, Double.NaN, Double.NaN)))
        .toList();
  }

  private static List<String> names(Run run, Language language, List<Integer> order) {
    List<String> all = all(run.about().classes(), language);
    return order.stream().map(all::get).toList();
  }

  private static List<String> all(ClassNames classes, Language language) {
    return language == Language.DE ? classes.de() : classes.en();
  }
}

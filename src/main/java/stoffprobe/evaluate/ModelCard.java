package stoffprobe.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stoffprobe.engine.Build;
import stoffprobe.statistics.BrierScore;
import stoffprobe.statistics.Confusion;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Interval;
import stoffprobe.statistics.Reliability;

/**
 * {@code MODEL.md} and, in German, {@code MODEL.de.md}: what a person should know of a model before
 * relying on it, after Mitchell et al. 2019 (arXiv 1810.03993).
 */
record ModelCard(Described described, EvaluatedModel model, CardLanguage language) {

  private static final int WORST = 3;

  /** The card in Markdown. */
  String text() {
    Experiment experiment = described.experiment();
    Described.Input input = described.input();
    ConfusionMatrix confusion = model.confusion();
    Interval accuracy = Interval.wilson(confusion.correct(), confusion.total());
    return language.card(
        model.name(),
        escaped(experiment.title()),
        model.trained().parameters(),
        confusion.classes(),
        input.colour()
            ? language.pick("colour", "Farbbildern")
            : language.pick("grey", "Graustufenbildern"),
        input.height(),
        input.width(),
        experiment.pipeline(),
        experiment.seed(),
        Build.property("tensorflow"),
        model.trained().weightsSha256(),
        described.trainingImages(),
        confusion.total(),
        experiment
            .license()
            .map(ModelCard::escaped)
            .orElse(language.pick("not stated", "nicht angegeben")),
        percent(confusion.accuracy()),
        percent(accuracy.low()),
        percent(accuracy.high()),
        number(confusion.macroF1()),
        number(BrierScore.of(model.predictions())),
        number(Reliability.of(model.predictions()).expectedCalibrationError()),
        rows(),
        worst(),
        confusions(),
        language.pictureRule(experiment.invert(), input.colour()),
        PictureText.familiarity(input.colour()),
        input.sizes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private String rows() {
    ConfusionMatrix confusion = model.confusion();
    return IntStream.range(0, confusion.classes())
        .mapToObj(
            c ->
                language.format(
                    "| %s | %s | %s | %s | %s | %,d |",
                    name(c),
                    percent(confusion.recall(c)),
                    range(confusion.recallInterval(c)),
                    percent(confusion.precision(c)),
                    range(confusion.precisionInterval(c)),
                    confusion.support(c)))
        .collect(Collectors.joining("\n"));
  }

  private String worst() {
    ConfusionMatrix confusion = model.confusion();
    return IntStream.range(0, confusion.classes())
        .boxed()
        .filter(c -> confusion.support(c) > 0)
        .sorted(Comparator.comparing(confusion::recall))
        .limit(WORST)
        .map(c -> name(c) + " (" + percent(confusion.recall(c)) + " %)")
        .collect(Collectors.joining(", "));
  }

  private String confusions() {
    List<Confusion> confusions = model.confusion().topConfusions(WORST);
    if (confusions.isEmpty()) {
      return language.pick("It confused no two classes.", "Es hat keine Klassen verwechselt.");
    }
    return language.pick("It confuses most often: ", "Am häufigsten verwechselt es: ")
        + confusions.stream()
            .map(
                c ->
                    language.format(
                        language.pick(
                            "%s taken for %s (%d of %,d)", "%s für %s gehalten (%d von %,d)"),
                        name(c.label()),
                        name(c.predicted()),
                        c.count(),
                        model.confusion().support(c.label())))
            .collect(Collectors.joining(", "))
        + ".";
  }

  /** As Markdown shows it whatever it holds. */
  private String name(int label) {
    return escaped(language.names(described.experiment().classes()).get(label));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\`*_\\[\\]<>#|]", "\\\\$0").replaceAll("\\R", " ");
  }

  private String range(Optional<Interval> interval) {
    String to = language.pick(" to ", " bis ");
    return interval.map(i -> percent(i.low()) + to + percent(i.high())).orElse("");
  }

  private String percent(double share) {
    return language.format("%.1f", 100 * share);
  }

  private String number(double value) {
    return language.format("%.4f", value);
  }
}

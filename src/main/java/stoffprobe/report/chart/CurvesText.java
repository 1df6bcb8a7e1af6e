package stoffprobe.report.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Trainings in words, from their first to their last epoch. */
final class CurvesText {

  private CurvesText() {}

  static String of(Language language, List<ModelCurves> models) {
    String start =
        language.pick(
            "Drei Kurvenbilder nach Epoche: Loss, Makro-F1 und Genauigkeit. ",
            "Three line charts by epoch: loss, macro F1 and accuracy. ");
    return start
        + models.stream().map(m -> model(language, m)).collect(Collectors.joining(" "))
        + new TurnMarks(models).describe(language);
  }

  private static String model(Language language, ModelCurves model) {
    String epochs =
        language.pick(
            model.epochs().size() == 1 ? "Epoche" : "Epochen",
            model.epochs().size() == 1 ? "epoch" : "epochs");
    return ModelLabel.of(model.model())
        + " ("
        + model.epochs().size()
        + " "
        + epochs
        + "): "
        + language.pick("Trainings-Loss ", "training loss ")
        + change(language, model, EpochPoint::trainLoss)
        + ", "
        + model.watched(language)
        + language.pick("-Loss ", " loss ")
        + change(language, model, EpochPoint::testLoss)
        + language.pick(", Makro-F1 ", ", macro F1 ")
        + change(language, model, EpochPoint::macroF1)
        + language.pick(", Genauigkeit ", ", accuracy ")
        + change(language, model, EpochPoint::accuracy)
        + ".";
  }

  private static String change(
      Language language, ModelCurves model, ToDoubleFunction<EpochPoint> value) {
    Numbers numbers = new Numbers(language);
    String last = numbers.decimal(value.applyAsDouble(model.last()), 3);
    if (model.epochs().size() == 1) {
      return last;
    }
    String first = numbers.decimal(value.applyAsDouble(model.epochs().get(0)), 3);
    return language.pick("von ", "from ") + first + language.pick(" auf ", " to ") + last;
  }
}

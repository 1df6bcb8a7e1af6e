package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** What the overlaid curves and the matrices side by side show. */
public record CompareText(Run run) {

  /** Who ends lower or higher, a statement a quantity. */
  public List<Bilingual> curves() {
    return List.of(
        lowest(
            new Bilingual("Trainings-Loss", "training loss"),
            model -> model.history().lastTrainLoss()),
        lowest(new Bilingual("Test-Loss", "test loss"), model -> model.history().last().testLoss()),
        highest(
            new Bilingual("höchste Genauigkeit", "highest accuracy"),
            model -> model.history().last().accuracyBatchMean()),
        highest(
            new Bilingual("höchsten F1-Score", "highest F1 score"),
            model -> model.history().last().macroF1BatchMean()));
  }

  /** Whether the losses and the scores name the same model. */
  public Bilingual agreement() {
    String byLoss = first(model -> model.history().last().testLoss());
    String byAccuracy = first(model -> -model.history().last().accuracyBatchMean());
    String byF1 = first(model -> -model.history().last().macroF1BatchMean());
    return byLoss.equals(byAccuracy) && byAccuracy.equals(byF1)
        ? Bilingual.of(
            "Was der Test-Loss vermuten lässt, bestätigen also beide Metriken: {0} liegt vorn.",
            "So what the test loss suggests, both metrics confirm: {0} is ahead.",
            Words.model(byLoss))
        : Bilingual.of(
            "Die Maße sind sich also nicht einig: Nach dem Test-Loss liegt {0} vorn, nach der"
                + " Genauigkeit {1}, nach dem F1-Score {2}.",
            "So the measures disagree: by test loss {0} is ahead, by accuracy {1}, by F1 score {2}.",
            Words.model(byLoss),
            Words.model(byAccuracy),
            Words.model(byF1));
  }

  /** The mean entry on and beside the diagonal of each model. */
  public List<Bilingual> matrices() {
    List<Bilingual> statements = new ArrayList<>();
    for (ModelRun model : run.models()) {
      int classes = model.confusion().classes();
      statements.add(
          Bilingual.of(
              "{0}: auf der Diagonale im Durchschnitt {1}, daneben {2}.",
              "{0}: {1} on the diagonal on average, {2} beside it.",
              Words.model(model.name()),
              Numbers.decimal((double) model.confusion().correct() / classes, 1),
              Numbers.decimal(
                  (double) model.confusion().wrong() / Math.max(1, classes * (classes - 1)), 1)));
    }
    return statements;
  }

  private Bilingual lowest(Bilingual what, ToDoubleFunction<ModelRun> value) {
    return Bilingual.of(
        "Den niedrigsten {0} am Ende hat {1}: {2}.",
        "The lowest {0} at the end is that of {1}: {2}.",
        what,
        Words.model(first(value)),
        values(Comparator.comparingDouble(value), value));
  }

  private Bilingual highest(Bilingual what, ToDoubleFunction<ModelRun> value) {
    return Bilingual.of(
        "{0} am Ende hat {1}: {2}.",
        "The {0} at the end is that of {1}: {2}.",
        new Bilingual(article(what.de()), what.en()),
        Words.model(first(model -> -value.applyAsDouble(model))),
        values(Comparator.comparingDouble(model -> -value.applyAsDouble(model)), value));
  }

  private static String article(String german) {
    return german.endsWith("Score") ? "Den " + german : "Die " + german;
  }

  private Bilingual values(Comparator<ModelRun> order, ToDoubleFunction<ModelRun> value) {
    List<Bilingual> shown =
        run.models().stream()
            .sorted(order)
            .map(
                model ->
                    Bilingual.of(
                        "{0} {1}",
                        "{0} {1}",
                        Words.model(model.name()),
                        Numbers.decimal(value.applyAsDouble(model), 3)))
            .toList();
    return Bilingual.enumeration(shown);
  }

  private String first(ToDoubleFunction<ModelRun> value) {
    return run.models().stream().min(Comparator.comparingDouble(value)).orElseThrow().name();
  }
}

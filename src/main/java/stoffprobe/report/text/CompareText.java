package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import stoffprobe.report.facts.Comparison;
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
        lowest(watched(), model -> model.history().last().testLoss()),
        highest(
            new Bilingual(
                "höchste Genauigkeit (Mittel der Batches)", "highest accuracy (mean over batches)"),
            model -> model.history().last().accuracyBatchMean()),
        highest(
            new Bilingual(
                "höchsten F1-Score (Mittel der Batches)", "highest F1 score (mean over batches)"),
            model -> model.history().last().macroF1BatchMean()));
  }

  /** Whether the losses and the scores name the same model. */
  public Bilingual agreement() {
    String byLoss = first(model -> model.history().last().testLoss());
    String byAccuracy = first(model -> -model.history().last().accuracyBatchMean());
    String byF1 = first(model -> -model.history().last().macroF1BatchMean());
    return byLoss.equals(byAccuracy) && byAccuracy.equals(byF1)
        ? Bilingual.of(
            "Was der {1} vermuten lässt, bestätigen also beide Metriken: {0} liegt vorn.",
            "So both metrics confirm what the {1} suggests: {0} is ahead.",
            Words.model(byLoss),
            watched())
        : Bilingual.of(
            "Die Maße sind sich also nicht einig: Nach dem {3} liegt {0} vorn, nach der"
                + " Genauigkeit {1}, nach dem F1-Score {2}.",
            "So the measures disagree: by {3} {0} is ahead, by accuracy {1}, by F1 score {2}.",
            Words.model(byLoss),
            Words.model(byAccuracy),
            Words.model(byF1),
            watched());
  }

  /**
   * What the test adds to the curves: that they are no proof, or that the kind of network matters.
   */
  public Optional<Bilingual> lesson() {
    Optional<Bilingual> open =
        run.firstComparison()
            .filter(pair -> !pair.decided())
            .map(
                pair ->
                    Bilingual.of(
                        "Nachgewiesen ist damit nichts: Der Vergleich von {0} und {1} am"
                            + " Testdatensatz ist unentschieden.",
                        "That proves nothing: the comparison of {0} and {1} on the test set is"
                            + " undecided.",
                        Words.model(pair.a()),
                        Words.model(pair.b())));
    return open.or(this::kindMatters);
  }

  private Optional<Bilingual> kindMatters() {
    return run.firstComparison()
        .filter(Comparison::decided)
        .filter(pair -> family(pair.a()) != family(pair.b()))
        .map(
            pair ->
                new Bilingual(
                    "Im Vergleich am Testdatensatz ist der Unterschied der Genauigkeit nachgewiesen:"
                        + " Auf die Bauart eines Netzes kommt es also an, nicht nur auf die Zahl"
                        + " seiner Schichten und Neuronen.",
                    "On the test set the difference in accuracy proved to be real: so the kind of"
                        + " network matters, not only the number of its layers and neurons."));
  }

  private ModelText.Family family(String model) {
    return new ModelText(run, run.model(model)).family();
  }

  /** What strikes first in the matrices side by side. */
  public Bilingual atFirstSight() {
    boolean alike =
        run.models().stream()
            .allMatch(model -> 2 * model.confusion().correct() > model.confusion().total());
    return alike
        ? new Bilingual(
            "Auf den ersten Blick gleichen sich die Matrizen: eine helle Diagonale, daneben"
                + " Dunkelheit mit wenigen Flecken. Der Unterschied steckt in den Zahlen. Besser ist"
                + " die Matrix mit höheren Werten auf der Diagonale und niedrigeren daneben.",
            "At first sight the matrices are alike: a bright diagonal, and darkness with few spots"
                + " beside it. The difference is in the numbers. The better matrix has higher values"
                + " on the diagonal and lower ones beside it.")
        : new Bilingual(
            "Besser ist die Matrix mit höheren Werten auf der Diagonale und niedrigeren daneben. In"
                + " diesem Lauf liegt nicht bei jedem Modell wenigstens die Hälfte der Bilder auf der"
                + " Diagonale: Wo sie dunkel bleibt, hat das Modell die Klassen nicht gelernt.",
            "The better matrix has higher values on the diagonal and lower ones beside it. In this"
                + " run not every model has at least half of the images on the diagonal: where it"
                + " stays dark, the model has not learnt the classes.");
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

  private Bilingual watched() {
    return new Watched(run.about().heldOut()).loss();
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
    return german.startsWith("höchsten") ? "Den " + german : "Die " + german;
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

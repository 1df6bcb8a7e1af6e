package stoffprobe.report.text;

import java.util.List;
import java.util.function.ToDoubleFunction;
import stoffprobe.report.facts.Certainty;
import stoffprobe.report.facts.Interval;
import stoffprobe.report.facts.ModelMetrics;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** Whether the models are right as often as they say. */
public record SureText(Run run) {

  /** How a model's confidence compares with its accuracy. */
  enum Judgement {
    OVERCONFIDENT,
    UNDERCONFIDENT,
    FITTING;

    static Judgement of(double confidence, Interval accuracy) {
      if (accuracy.contains(confidence)) {
        return FITTING;
      }
      return confidence > accuracy.high() ? OVERCONFIDENT : UNDERCONFIDENT;
    }
  }

  /** A statement a model: too sure, too unsure, or neither. */
  public List<Bilingual> statements() {
    return run.models().stream().map(this::statement).toList();
  }

  /** The judgement in a word or two. */
  public Bilingual word(ModelRun model) {
    return switch (judgement(model)) {
      case OVERCONFIDENT -> new Bilingual("zu sicher", "overconfident");
      case UNDERCONFIDENT -> new Bilingual("zu unsicher", "underconfident");
      case FITTING -> new Bilingual("passend", "fitting");
    };
  }

  /** Whether no other model has a smaller value; nobody is best alone. */
  public boolean best(ModelRun model, ToDoubleFunction<ModelMetrics> value) {
    double own = value.applyAsDouble(model.metrics());
    return run.models().size() > 1
        && run.models().stream().allMatch(other -> own <= value.applyAsDouble(other.metrics()));
  }

  /** What the expected calibration error says and what is good. */
  public Bilingual ece() {
    return new Bilingual(
        "ECE (erwarteter Kalibrierungsfehler): um wie viel die genannte Wahrscheinlichkeit und der"
            + " Anteil richtiger Antworten auseinanderliegen, gemittelt über die 15 Stufen des"
            + " Diagramms, jede so schwer wie ihre Bilder. 0 wäre ideal; 0,02 heißt, dass die"
            + " Angaben im Mittel um zwei Prozentpunkte danebenliegen. Unter 0,01 ist der Wert, als"
            + " Faustregel, gut.",
        "ECE (expected calibration error): by how much the stated probability and the share of right"
            + " answers differ, averaged over the 15 bins of the diagram, each weighted by its"
            + " images. 0 would be ideal; 0.02 means that the statements are off by two percentage"
            + " points on average. As a rule of thumb, a value below 0.01 is good.");
  }

  /** What the Brier score says and what is good. */
  public Bilingual brier() {
    int classes = run.about().classes().count();
    return Bilingual.of(
        "Brier-Score: die quadrierten Abstände der Wahrscheinlichkeiten von der Wahrheit, über alle"
            + " Klassen zusammengezählt und über die Bilder gemittelt. 0 ist fehlerfrei, 2 das"
            + " Schlechteste; wer allen {0} Klassen dieselbe Wahrscheinlichkeit gibt, erhält {1}.",
        "Brier score: the squared distances of the probabilities from the truth, added up over all"
            + " classes and averaged over the images. 0 is flawless, 2 the worst; giving all {0}"
            + " classes the same probability yields {1}.",
        Numbers.whole(classes),
        Numbers.decimal(1 - 1.0 / classes, 2));
  }

  /** What the log loss says and what is good. */
  public Bilingual logLoss() {
    int classes = run.about().classes().count();
    return Bilingual.of(
        "Log-Loss: bestraft jedes Bild danach, wie wenig Wahrscheinlichkeit auf seiner wahren Klasse"
            + " liegt, und selbstsichere Fehler am härtesten. 0 ist fehlerfrei; wer allen {0} Klassen"
            + " dieselbe Wahrscheinlichkeit gibt, erhält {1}, und darüber ist ein Modell schlechter"
            + " als keines.",
        "Log loss: penalises each image by how little probability its true class has, and confident"
            + " errors most. 0 is flawless; giving all {0} classes the same probability yields {1},"
            + " and a model above that is worse than none.",
        Numbers.whole(classes),
        Numbers.decimal(Math.log(classes), 2));
  }

  /** What a model's probabilities near one are worth, for the question about them. */
  Answer answer() {
    return new Answer(
        new Bilingual(
            "Ein Modell ist sich bei einem Bild fast ganz sicher. Kann ich mich darauf verlassen?",
            "A model is almost entirely sure of an image. Can I rely on that?"),
        run.models().stream().map(this::nearOne).toList());
  }

  private Bilingual nearOne(ModelRun model) {
    List<Certainty.Bin> bins = run.certainty(model).bins();
    Certainty.Bin top = bins.get(bins.size() - 1);
    if (top.measured().isEmpty()) {
      return Bilingual.of(
          "{0} nennt bei keinem Testbild mehr als {1}; so sicher ist es sich also nie.",
          "{0} states more than {1} for no test image; so it is never that sure.",
          Words.model(model.name()),
          Numbers.percent(top.low(), 1));
    }
    Certainty.Measured found = top.measured().get();
    return Bilingual.of(
        "{0} nennt bei {1} mehr als {2}, im Mittel {3}. Richtig sind davon {4} (95-%-Intervall: {5}).",
        "{0} states more than {2} for {1}, {3} on average. Of these {4} are right (95% interval:"
            + " {5}).",
        Words.model(model.name()),
        images(top.count()),
        Numbers.percent(top.low(), 1),
        Numbers.percent(found.confidence(), 1),
        Numbers.percent(found.accuracy(), 1),
        Numbers.percentRange(found.interval()));
  }

  private static Bilingual images(long count) {
    return count == 1
        ? new Bilingual("einem Bild", "one image")
        : Bilingual.of("{0} Bildern", "{0} images", Numbers.whole(count));
  }

  private Bilingual statement(ModelRun model) {
    Bilingual said =
        Bilingual.of(
            "{0} nennt im Mittel eine Wahrscheinlichkeit von {1}; richtig sind {2} (95-%-Intervall:"
                + " {3}).",
            "{0} states a probability of {1} on average; {2} are right (95% interval: {3}).",
            Words.model(model.name()),
            Numbers.percent(run.certainty(model).meanConfidence(), 1),
            Numbers.percent(model.metrics().accuracy(), 1),
            Numbers.percentRange(model.metrics().accuracyInterval()));
    return said.then(
        switch (judgement(model)) {
          case OVERCONFIDENT ->
              new Bilingual(
                  "Es ist also zu sicher: Es verspricht mehr, als es hält.",
                  "So it is overconfident: it promises more than it keeps.");
          case UNDERCONFIDENT ->
              new Bilingual(
                  "Es ist also zu unsicher: Es ist besser, als es von sich behauptet.",
                  "So it is underconfident: it is better than it says.");
          case FITTING ->
              new Bilingual(
                  "Im Mittel passt das zusammen; in einzelnen Stufen des Diagramms kann es anders"
                      + " sein.",
                  "On average that fits; in single bins of the diagram it may differ.");
        });
  }

  private Judgement judgement(ModelRun model) {
    return Judgement.of(run.certainty(model).meanConfidence(), model.metrics().accuracyInterval());
  }
}

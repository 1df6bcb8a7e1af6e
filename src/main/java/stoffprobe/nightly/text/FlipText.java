package stoffprobe.nightly.text;

import java.util.List;
import stoffprobe.nightly.Comparison;
import stoffprobe.nightly.Flip;
import stoffprobe.nightly.ModelMatch;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.StageMatch;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;
import stoffprobe.report.text.Words;

/** Which test images a model takes for another class than it did in the baseline. */
public record FlipText(Night night, ModelMatch model) {

  /** So many images are listed. */
  private static final int LISTED = 50;

  /** From here on the change of accuracy is not put down to chance. */
  private static final double DECIDED = 0.05;

  private static final String LABELS = "test-labels.npy";

  /** The first of them. */
  public List<Flip> listed() {
    return model.flips().stream().limit(LISTED).toList();
  }

  public int unlisted() {
    return model.flips().size() - listed().size();
  }

  /** What changed, and whether that makes the model better or worse. */
  public Bilingual statement() {
    if (model.samePredictions()) {
      return Bilingual.of(
          "{0}: Jede Vorhersage und jede Wahrscheinlichkeit ist Bit für Bit die des Referenzlaufs.",
          "{0}: every prediction and every probability is bit for bit that of the baseline.",
          Words.model(model.model()));
    }
    if (otherImages()) {
      return Bilingual.of(
          "{0}: Die Testbilder sind nicht die des Referenzlaufs; Bild für Bild lässt sich nichts"
              + " vergleichen.",
          "{0}: the test images are not those of the baseline; nothing can be compared image by"
              + " image.",
          Words.model(model.model()));
    }
    if (model.flips().isEmpty()) {
      return Bilingual.of(
          "{0}: Wahrscheinlichkeiten haben sich geändert, aber kein Bild wechselte die Klasse.",
          "{0}: probabilities have changed, but no image changed its class.",
          Words.model(model.model()));
    }
    return counts().then(chance());
  }

  private Bilingual counts() {
    int wrong = model.flips().size() - model.onlyBaselineCorrect() - model.onlyTonightCorrect();
    return Bilingual.of(
        "{0}: {1} {2} die Klasse. Vorher richtig und jetzt falsch: {3}; vorher falsch und jetzt"
            + " richtig: {4}; beide Male falsch: {5}.",
        "{0}: {1} changed {2} class. Right before and wrong now: {3}; wrong before and right now:"
            + " {4}; wrong both times: {5}.",
        Words.model(model.model()),
        Words.images(model.flips().size()),
        model.flips().size() == 1
            ? new Bilingual("wechselte", "its")
            : new Bilingual("wechselten", "their"),
        Numbers.whole(model.onlyBaselineCorrect()),
        Numbers.whole(model.onlyTonightCorrect()),
        Numbers.whole(wrong));
  }

  private Bilingual chance() {
    if (model.onlyBaselineCorrect() + model.onlyTonightCorrect() == 0) {
      return new Bilingual(
          "Die Genauigkeit hat sich dadurch nicht geändert.", "That has not changed the accuracy.");
    }
    Bilingual probability =
        Bilingual.of(
            "Wären beide Läufe gleich gut, käme ein mindestens so ungleiches Ergebnis mit der"
                + " Wahrscheinlichkeit {0} vor (exakter McNemar-Test).",
            "Were both runs equally good, a result at least as uneven would have a probability of"
                + " {0} (exact McNemar test).",
            Numbers.probability(model.mcnemarP()));
    if (model.mcnemarP() >= DECIDED) {
      return probability.then(
          new Bilingual(
              "Dass das Modell besser oder schlechter geworden ist, zeigt das nicht.",
              "That does not show that the model has become better or worse."));
    }
    return probability.then(
        model.onlyTonightCorrect() > model.onlyBaselineCorrect()
            ? new Bilingual(
                "Zufall erklärt das kaum: Das Modell ist besser geworden.",
                "Chance hardly explains that: the model has become better.")
            : new Bilingual(
                "Zufall erklärt das kaum: Das Modell ist schlechter geworden.",
                "Chance hardly explains that: the model has become worse."));
  }

  /** Whether the labels, by which images are told, are other ones. */
  private boolean otherImages() {
    Comparison comparison = night.comparison();
    return comparison != null
        && comparison.stages().stream()
            .map(StageMatch::different)
            .flatMap(List::stream)
            .anyMatch(name -> name.endsWith(LABELS));
  }

  /** How a flip changed what is right. */
  public static Bilingual effect(Flip flip) {
    if (flip.now() == flip.label()) {
      return new Bilingual("jetzt richtig", "right now");
    }
    return flip.before() == flip.label()
        ? new Bilingual("jetzt falsch", "wrong now")
        : new Bilingual("weiterhin falsch", "still wrong");
  }
}

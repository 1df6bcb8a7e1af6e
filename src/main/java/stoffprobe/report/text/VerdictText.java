package stoffprobe.report.text;

import java.util.List;
import java.util.Optional;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** The verdict in words; which of them are said is decided by the first comparison. */
public record VerdictText(Run run) {

  /** Below this chance counts as no explanation any more. */
  private static final double HARDLY_CHANCE = 0.001;

  /** As many letters as fit into one line of the largest. */
  private static final int LARGE_LETTERS = 36;

  /** The value of {@code data-verdict}; none where there is nothing to compare. */
  public Optional<String> word() {
    return run.firstComparison().map(comparison -> comparison.better().word());
  }

  /**
   * The value of {@code data-better}: the better model as the pipeline file names it, if any is.
   */
  public Optional<String> better() {
    return run.firstComparison().filter(Comparison::decided).map(Comparison::ahead);
  }

  /** The first sentence of the page. */
  public Bilingual headline() {
    if (run.models().size() > 2) {
      return new RankingText(run).headline();
    }
    return run.firstComparison().map(VerdictText::headline).orElseGet(this::single);
  }

  /** Whether the first sentence is too long for the largest letters. */
  public boolean wordy() {
    return headline().de().length() > LARGE_LETTERS;
  }

  /** By how much, and whether that can be chance. */
  public List<Bilingual> sentences() {
    if (run.models().size() == 1) {
      return List.of(alone(run.models().get(0)));
    }
    if (run.models().size() > 2) {
      return new RankingText(run).sentences();
    }
    Comparison comparison = run.firstComparison().orElseThrow();
    return List.of(lead(comparison), chance(comparison));
  }

  private static Bilingual headline(Comparison comparison) {
    if (!comparison.decided()) {
      return Bilingual.of(
          "Unentschieden: Zwischen {0} und {1} ist kein Unterschied nachweisbar.",
          "Undecided: no difference between {0} and {1} can be shown.",
          Words.model(comparison.a()),
          Words.model(comparison.b()));
    }
    return Bilingual.of(
        "{0} ist das bessere Modell.", "{0} is the better model.", Words.model(comparison.ahead()));
  }

  private Bilingual single() {
    ModelRun only = run.models().get(0);
    return Bilingual.of(
        "Ein einzelnes Modell, kein Vergleich: {0} erkennt {1} der Testbilder.",
        "A single model, no comparison: {0} recognises {1} of the test images.",
        Words.model(only.name()),
        Numbers.percent(only.metrics().accuracy(), 1));
  }

  private static Bilingual alone(ModelRun model) {
    return Bilingual.of(
        "Das 95-%-Konfidenzintervall der Genauigkeit reicht von {0}; der Makro-F1-Score beträgt {1}.",
        "The 95% confidence interval of the accuracy is {0}; the macro F1 score is {1}.",
        Numbers.percentRange(model.metrics().accuracyInterval()),
        Numbers.decimal(model.metrics().macroF1(), 3));
  }

  private Bilingual lead(Comparison comparison) {
    ModelRun ahead = run.model(comparison.ahead());
    ModelRun behind = run.model(comparison.behind());
    Bilingual accuracies =
        Bilingual.of(
            "Von {2} Testbildern ordnet {0} {1} richtig ein, {3} {4}.",
            "Of {2} test images {0} gets {1} right, {3} {4}.",
            Words.model(ahead.name()),
            Numbers.percent(ahead.metrics().accuracy(), 1),
            Numbers.whole(run.metrics().testExamples()),
            Words.model(behind.name()),
            Numbers.percent(behind.metrics().accuracy(), 1));
    return accuracies.then(comparison.decided() ? advantage(comparison) : gap(comparison));
  }

  private static Bilingual advantage(Comparison comparison) {
    return Bilingual.of(
        "Der Vorsprung beträgt {0} Prozentpunkte (95-%-Konfidenzintervall: {1}).",
        "That is a lead of {0} percentage points (95% confidence interval: {1}).",
        Numbers.points(comparison.lead()),
        Numbers.pointRange(comparison.leadInterval()));
  }

  private static Bilingual gap(Comparison comparison) {
    Bilingual gap =
        Bilingual.of(
            "Der Abstand von {0} Prozentpunkten (95-%-Konfidenzintervall: {1}) ist zu klein, um ihn"
                + " vom Zufall zu unterscheiden.",
            "The gap of {0} percentage points (95% confidence interval: {1}) is too small to be told"
                + " from chance.",
            Numbers.points(comparison.lead()),
            Numbers.pointRange(comparison.leadInterval()));
    return comparison.interval().contains(0)
        ? gap.then(
            new Bilingual(
                "Auch die Null liegt in diesem Bereich: Jedes der beiden könnte das bessere sein.",
                "Zero lies within that range: either of the two could be the better one."))
        : gap;
  }

  private static Bilingual chance(Comparison comparison) {
    long aheadOnly =
        comparison.ahead().equals(comparison.a())
            ? comparison.onlyACorrect()
            : comparison.onlyBCorrect();
    long discordant = comparison.onlyACorrect() + comparison.onlyBCorrect();
    if (discordant == 0) {
      return new Bilingual(
          "Beide Modelle liegen bei genau denselben Bildern richtig und falsch.",
          "Both models are right and wrong on exactly the same images.");
    }
    return Bilingual.paragraph(
        List.of(
            Bilingual.of(
                "Kann das Zufall sein? Bei {0} Bildern liegt nur eines der beiden richtig: {1} bei {2},"
                    + " {3} bei {4}.",
                "Could that be chance? On {0} images only one of the two is right: {1} on {2}, {3} on"
                    + " {4}.",
                Numbers.whole(discordant),
                Words.model(comparison.ahead()),
                Numbers.whole(aheadOnly),
                Words.model(comparison.behind()),
                Numbers.whole(discordant - aheadOnly)),
            Bilingual.of(
                "Wären beide gleich gut, käme ein mindestens so ungleiches Ergebnis mit der"
                    + " Wahrscheinlichkeit {0} vor (exakter McNemar-Test).",
                "Were both equally good, a result at least as uneven would have a probability of {0}"
                    + " (exact McNemar test).",
                Numbers.probability(comparison.mcnemarP())),
            conclusion(comparison)));
  }

  private static Bilingual conclusion(Comparison comparison) {
    if (!comparison.decided()) {
      return new Bilingual(
          "Das kommt zu leicht vor, als dass es einen Sieger gäbe.",
          "That happens too easily for there to be a winner.");
    }
    return comparison.mcnemarP() < HARDLY_CHANCE
        ? new Bilingual(
            "Dass nur die Auswahl der Testbilder den Vorsprung ergab, ist praktisch ausgeschlossen.",
            "That the lead is a mere accident of which test images were chosen is practically ruled"
                + " out.")
        : new Bilingual(
            "Dass nur die Auswahl der Testbilder den Vorsprung ergab, ist unwahrscheinlich.",
            "That the lead is a mere accident of which test images were chosen is unlikely.");
  }
}

package stoffprobe.nightly.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.nightly.Change;
import stoffprobe.nightly.Comparison;
import stoffprobe.nightly.Cost;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.Repetition;

/** What to do after a night. */
public record StepText(Night night, Commands commands) {

  /** The one setting that tolerances do not depend on. */
  private static final String SEED = "seed: ";

  /** The steps, in the order in which they are to be taken. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>(night.accepted() == null ? byClass() : accepted());
    calibration(steps);
    costs(steps);
    return List.copyOf(steps);
  }

  private List<Step> byClass() {
    return switch (night.verdict().kind()) {
      case REPRODUCED -> List.of(Step.of("Es ist nichts zu tun.", "There is nothing to do."));
      case WITHIN_TOLERANCE -> within();
      case DRIFT -> drift();
      case NOT_COMPARABLE -> incomparable();
      case FAILED -> failed();
    };
  }

  /** After a run that is the baseline now, the verdict against the old one asks for nothing. */
  private List<Step> accepted() {
    return List.of(
        Step.of(
            "Die nächste Nacht wird mit diesem Lauf verglichen:",
            "The next night is compared with this run:",
            commands.nightly()));
  }

  private List<Step> within() {
    return List.of(
        Step.of("Eile ist nicht geboten.", "There is no hurry."),
        cause(),
        intended(
            "Ist die Abweichung gewollt, machen Sie den heutigen Stand zur Referenz:",
            "If the difference is intended, make today's state the baseline:"));
  }

  private List<Step> drift() {
    return List.of(
        Step.of(
            "Verwenden Sie die neuen Ergebnisse erst, wenn die Ursache bekannt ist. Wiederholen Sie"
                + " die Nacht: Bleibt die Drift, liegt sie nicht an einer Störung des Augenblicks.",
            "Do not use the new results before the cause is known. Repeat the night: if the drift"
                + " stays, it is no passing disturbance.",
            commands.nightly()),
        cause(),
        intended(
            "Ist die Abweichung erklärt und gewollt, machen Sie den Stand zur Referenz:",
            "If the difference is explained and intended, make this state the baseline:"));
  }

  private List<Step> incomparable() {
    if (night.baseline() == null) {
      return List.of(intended("Legen Sie einen Referenzlauf fest:", "Make a baseline:"));
    }
    return List.of(
        Step.of(
            "Sehen Sie unter „Was sich geändert hat“ nach, ob die Änderung gewollt ist. Ist sie es"
                + " nicht, machen Sie sie rückgängig und wiederholen Sie die Nacht.",
            "See under “What changed” whether the change is intended. If it is not, undo it and"
                + " repeat the night.",
            commands.nightly()),
        intended(
            "Ist sie gewollt, machen Sie den neuen Stand zur Referenz:",
            "If it is, make the new state the baseline:"));
  }

  private List<Step> failed() {
    return List.of(
        Step.of(
            "Beheben Sie die genannte Ursache. Was auf diesem Rechner fehlt, zeigt:",
            "Remove the cause that is named. What this machine lacks is shown by:",
            commands.doctor()),
        Step.of("Danach wiederholen Sie die Nacht:", "Then repeat the night:", commands.nightly()));
  }

  /** Where to look, which the A/A check tells. */
  private Step cause() {
    Repetition repetition = night.repetition();
    return repetition != null && !repetition.same()
        ? Step.of(
            "Der Rechner wiederholt sich nicht (siehe A/A-Prüfung). Sehen Sie zuerst dort nach:"
                + " Treiber, Grafikkarte, Bibliotheken, Arbeitsspeicher.",
            "The machine does not repeat itself (see the A/A check). Look there first: driver,"
                + " graphics card, libraries, memory.",
            commands.doctor())
        : Step.of(
            "Suchen Sie die Ursache ab der ersten abweichenden Stufe. Die Dateien dieser Nacht"
                + " liegen bis zur nächsten in:",
            "Look for the cause from the first differing stage on. This night's files lie, until"
                + " the next one, in:",
            commands.results());
  }

  private Step intended(String de, String en) {
    return Step.of(de, en, commands.acceptBaseline("..."));
  }

  private void calibration(List<Step> steps) {
    if (night.trial() != null && uncalibrated()) {
      steps.add(
          Step.of(
              "Messen Sie einmal die Toleranzen (fünf Läufe mit anderen Startwerten); erst mit"
                  + " ihnen lässt sich eine Drift vom Zufall unterscheiden:",
              "Measure the tolerances once (five runs with other seeds); only with them can a drift"
                  + " be told from chance:",
              commands.calibrate()));
    }
  }

  /** Whether the nights to come have no tolerances; a new baseline keeps those of its settings. */
  private boolean uncalibrated() {
    Night.Reference baseline = night.baseline();
    if (baseline == null) {
      return night.accepted() != null;
    }
    return baseline.seeds() == 0 || (night.accepted() != null && otherSettings());
  }

  private boolean otherSettings() {
    Comparison comparison = night.comparison();
    return comparison != null
        && comparison.changes().stream()
            .filter(change -> !change.text().startsWith(SEED))
            .map(Change::kind)
            .anyMatch(kind -> kind == Change.Kind.DATA || kind == Change.Kind.PARAMETERS);
  }

  private void costs(List<Step> steps) {
    if (night.costs().stream().anyMatch(Cost::unusual)) {
      steps.add(
          Step.of(
              "Mindestens eine Stufe brauchte ungewöhnlich viel Zeit oder Speicher: siehe „Zeit und"
                  + " Speicher“.",
              "At least one stage took unusually much time or memory: see “Time and memory”."));
    }
  }
}

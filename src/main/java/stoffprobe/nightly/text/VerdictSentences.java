package stoffprobe.nightly.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stoffprobe.nightly.Change;
import stoffprobe.nightly.Comparison;
import stoffprobe.nightly.Night;
import stoffprobe.nightly.StageMatch;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;
import stoffprobe.report.text.Words;

/** What a night proved, for a reader who has never heard of bits that drift. */
public record VerdictSentences(Night night) {

  /** As many letters as fit into one line of the largest. */
  private static final int LARGE_LETTERS = 36;

  /** The first sentence of the page. */
  public Bilingual headline() {
    return switch (night.verdict().kind()) {
      case REPRODUCED -> new Bilingual("Bit für Bit reproduziert.", "Reproduced bit for bit.");
      case WITHIN_TOLERANCE ->
          new Bilingual(
              "Bits weichen ab, alle Metriken liegen in der Toleranz.",
              "Bits differ, all metrics are within tolerance.");
      case DRIFT -> drift();
      case NOT_COMPARABLE -> incomparable();
      case FAILED -> new Bilingual("Der Lauf ist gescheitert.", "The run failed.");
    };
  }

  /** Whether the first sentence is too long for the largest letters. */
  public boolean wordy() {
    return headline().de().length() > LARGE_LETTERS;
  }

  /** What that means. */
  public List<Bilingual> sentences() {
    List<Bilingual> sentences =
        new ArrayList<>(
            switch (night.verdict().kind()) {
              case REPRODUCED -> List.of(same(), reproduced());
              case WITHIN_TOLERANCE -> List.of(where(), within());
              case DRIFT -> List.of(farthest(), excluded());
              case NOT_COMPARABLE -> why();
              case FAILED ->
                  List.of(
                      new Bilingual(
                          "Ob sich die Ergebnisse noch reproduzieren lassen, ist offen: Es sind"
                              + " keine entstanden, die man vergleichen könnte.",
                          "Whether the results can still be reproduced is open: there are none that"
                              + " could be compared."));
            });
    acceptance().ifPresent(sentences::add);
    return List.copyOf(sentences);
  }

  /** What the program said of a run that failed. */
  public Optional<String> failure() {
    String line = night.verdict().line();
    return night.trial() == null
        ? Optional.of(line.startsWith("failed: ") ? line.substring("failed: ".length()) : line)
        : Optional.empty();
  }

  private Bilingual drift() {
    List<JudgedMetric> outside = outside();
    if (outside.stream().noneMatch(JudgedMetric::measured)) {
      return new Bilingual(
          "Drift: Metriken haben sich geändert, eine Toleranz ist nicht gemessen.",
          "Drift: metrics changed, and no tolerance has been measured.");
    }
    return outside.size() == 1
        ? new Bilingual(
            "Drift: Eine Metrik liegt außerhalb ihrer Toleranz.",
            "Drift: one metric is outside its tolerance.")
        : Bilingual.of(
            "Drift: {0} Metriken liegen außerhalb ihrer Toleranz.",
            "Drift: {0} metrics are outside their tolerance.", Numbers.whole(outside.size()));
  }

  private Bilingual incomparable() {
    if (night.baseline() == null) {
      return night.accepted() == null
          ? new Bilingual(
              "Nicht vergleichbar: Es gibt noch keinen Referenzlauf.",
              "Not comparable: there is no baseline yet.")
          : new Bilingual("Der erste Referenzlauf liegt vor.", "The first baseline is in place.");
    }
    List<Bilingual> decisive = kinds(Change.Kind.DATA, Change.Kind.PARAMETERS);
    return decisive.isEmpty()
        ? Bilingual.of(
            "Nicht vergleichbar: Die Ergebnisse weichen ab, und {0} {1} sich geändert.",
            "Not comparable: the results differ, and {0} {1} changed.",
            Bilingual.list(kinds(Change.Kind.ENVIRONMENT, Change.Kind.CODE)),
            have(kinds(Change.Kind.ENVIRONMENT, Change.Kind.CODE)))
        : Bilingual.of(
            "Nicht vergleichbar: {0} haben sich geändert.",
            "Not comparable: {0} have changed.", capital(Bilingual.list(decisive)));
  }

  private static Bilingual have(List<Bilingual> kinds) {
    return kinds.size() == 1 ? new Bilingual("hat", "has") : new Bilingual("haben", "have");
  }

  private static Bilingual capital(Bilingual text) {
    return new Bilingual(
        text.de().substring(0, 1).toUpperCase(Locale.GERMAN) + text.de().substring(1), text.en());
  }

  private Bilingual same() {
    List<StageMatch> stages = comparison().map(Comparison::stages).orElse(List.of());
    return Bilingual.of(
        "Der Lauf begann mit nichts als den geprüften Quelldaten. Alle {0} verglichenen Ergebnisse"
            + " aus {1} Stufen haben dieselben Bits wie im Referenzlauf.",
        "The run began with nothing but the verified source data. All {0} results compared, from"
            + " {1} stages, have the same bits as in the baseline.",
        Numbers.whole(stages.stream().mapToInt(StageMatch::compared).sum()),
        Numbers.whole(stages.size()));
  }

  private Bilingual reproduced() {
    List<Bilingual> changed = kinds(Change.Kind.ENVIRONMENT, Change.Kind.CODE);
    return changed.isEmpty()
        ? new Bilingual(
            "Gleiche Daten, gleicher Code und gleiche Einstellungen ergeben also noch immer"
                + " dieselben Modelle, Vorhersagen und Maße.",
            "So the same data, code and settings still give the same models, predictions and"
                + " measures.")
        : Bilingual.of(
            "Das gilt, obwohl {0} sich seit dem Referenzlauf geändert {1}: Die Änderung lässt die"
                + " Ergebnisse unberührt.",
            "This holds although {0} {1} changed since the baseline: the change leaves the results"
                + " untouched.",
            Bilingual.list(changed),
            have(changed));
  }

  private Bilingual where() {
    return comparison()
        .flatMap(Comparison::firstDifference)
        .map(
            stage ->
                Bilingual.of(
                    "Die erste Abweichung vom Referenzlauf steht in der Stufe {0}.",
                    "The first difference from the baseline is in the stage {0}.",
                    Bilingual.same(stage)))
        .orElse(
            new Bilingual(
                "Die Ergebnisse haben dieselben Bits wie im Referenzlauf, aber der Rechner"
                    + " wiederholt sich nicht: Ein Modell, zweimal trainiert, ergab verschiedene"
                    + " Gewichte.",
                "The results have the same bits as in the baseline, but the machine does not repeat"
                    + " itself: one model trained twice gave different weights."));
  }

  private Bilingual within() {
    boolean equal =
        JudgedMetric.all(night).stream().allMatch(judged -> judged.metric().difference() == 0);
    return equal
        ? new Bilingual(
            "Alle Metriken sind gleich geblieben: Für Aussagen über die Modelle spielt das keine"
                + " Rolle.",
            "All metrics have stayed the same: for statements about the models this does not"
                + " matter.")
        : new Bilingual(
            "Keine Metrik liegt weiter vom Referenzlauf entfernt, als schon ein anderer Startwert"
                + " (Seed) erwarten ließe: Für Aussagen über die Modelle spielt der Unterschied"
                + " keine Rolle.",
            "No metric is farther from the baseline than another seed alone could put it: for"
                + " statements about the models the difference does not matter.");
  }

  private Bilingual farthest() {
    JudgedMetric judged = JudgedMetric.farthest(outside()).orElseThrow();
    Bilingual change =
        Bilingual.of(
            "{0} von {1} ging von {2} auf {3}",
            "{0} of {1} went from {2} to {3}",
            MetricText.name(judged.metric().metric()),
            Words.model(judged.model()),
            MetricText.value(judged.metric().baseline()),
            MetricText.value(judged.metric().tonight()));
    Double tolerance = judged.metric().tolerance();
    return tolerance == null
        ? Bilingual.of("{0}.", "{0}.", change)
        : Bilingual.of(
            "{0}: Das ist das {1}-Fache der Toleranz von {2}.",
            "{0}: that is {1} times the tolerance of {2}.",
            change,
            MetricText.times(Math.abs(judged.share())),
            MetricText.distance(tolerance));
  }

  private Bilingual excluded() {
    return outside().stream().anyMatch(JudgedMetric::measured)
        ? new Bilingual(
            "Daten, Einstellungen, Code und die erfasste Umgebung sind dieselben wie im"
                + " Referenzlauf, und der Zufall eines anderen Startwerts erklärt einen solchen"
                + " Abstand kaum. Etwas, das hier nicht erfasst wird, hat die Ergebnisse verändert.",
            "Data, settings, code and the environment, as far as recorded, are those of the"
                + " baseline, and the chance of another seed hardly explains such a distance."
                + " Something that is not recorded here has changed the results.")
        : new Bilingual(
            "Ob das mehr ist als Zufall, lässt sich noch nicht sagen: Wie stark die Metriken mit dem"
                + " Startwert (Seed) schwanken, ist nicht gemessen. Bis dahin gilt jede Änderung"
                + " als Drift.",
            "Whether that is more than chance can't be told yet: how much the metrics vary with the"
                + " seed has not been measured. Until then every change counts as drift.");
  }

  private List<Bilingual> why() {
    if (night.baseline() == null) {
      return List.of(
          new Bilingual(
              "Ein Referenzlauf ist der Lauf, an dem alle späteren Nächte gemessen werden.",
              "A baseline is the run that all later nights are measured by."));
    }
    if (kinds(Change.Kind.DATA, Change.Kind.PARAMETERS).isEmpty()) {
      return List.of(
          where(),
          new Bilingual(
              "Ob die Änderung das bewirkt hat oder etwas anderes, kann ein Lauf allein nicht"
                  + " zeigen; deshalb ist das weder Drift noch Bestätigung.",
              "Whether the change did this or something else, one run alone can't show; so this is"
                  + " neither a drift nor a confirmation."));
    }
    return List.of(
        new Bilingual(
            "Der Lauf ging von etwas anderem aus als der Referenzlauf. Andere Ergebnisse wären also"
                + " kein Zeichen einer Drift, gleiche kein Beweis.",
            "The run started from something else than the baseline. So other results would be no"
                + " sign of a drift, and equal ones no proof."));
  }

  private Optional<Bilingual> acceptance() {
    return Optional.ofNullable(night.accepted())
        .map(
            accepted ->
                Bilingual.of(
                    "{0} hat diesen Lauf zum Referenzlauf der kommenden Nächte erklärt.",
                    "{0} has made this run the baseline of the nights to come.",
                    Bilingual.same(accepted.by())));
  }

  private List<JudgedMetric> outside() {
    return JudgedMetric.all(night).stream().filter(judged -> !judged.metric().within()).toList();
  }

  private List<Bilingual> kinds(Change.Kind... kinds) {
    List<Change> changes = comparison().map(Comparison::changes).orElse(List.of());
    return Arrays.stream(kinds)
        .filter(kind -> changes.stream().anyMatch(change -> change.kind() == kind))
        .map(ChangeText::kind)
        .toList();
  }

  private Optional<Comparison> comparison() {
    return Optional.ofNullable(night.comparison());
  }
}

package stoffprobe.report.text;

import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** More than two models: who leads, and what came of each pair. */
public record RankingText(Run run) {

  /** Who has the highest accuracy of all. */
  public Bilingual summary() {
    ModelRun best = run.ranking().get(0);
    return Bilingual.of(
        "Von allen {0} Modellen hat {1} mit {2} die höchste Genauigkeit; die Rangfolge und alle"
            + " Paare stehen unten.",
        "Of all {0} models {1} has the highest accuracy, {2}; the ranking and all pairs are below.",
        Words.count(run.models().size()),
        Words.model(best.name()),
        Numbers.percent(best.metrics().accuracy(), 1));
  }

  /** What a pair's test says. */
  public static Bilingual outcome(Comparison comparison) {
    return comparison.decided()
        ? Bilingual.of("{0} ist besser", "{0} is better", Words.model(comparison.ahead()))
        : new Bilingual("unentschieden", "undecided");
  }
}

package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Ranking;
import stoffprobe.report.facts.Run;

/** More than two models: who leads, and whom the tests tell from the first. */
public record RankingText(Run run) {

  /** More names than these are counted, not listed. */
  private static final int LISTED = 3;

  /** The first sentence; it never says otherwise than the first comparison. */
  public Bilingual headline() {
    Comparison pair = run.firstComparison().orElseThrow();
    Bilingual leads = leads(pair);
    if (pair.decided() && !pair.ahead().equals(ranking().first().name())) {
      return Bilingual.of(
          "{0}; von {1} und {2} ist {3} das bessere.",
          "{0}; of {1} and {2}, {3} is the better one.",
          leads,
          Words.model(pair.a()),
          Words.model(pair.b()),
          Words.model(pair.ahead()));
    }
    if (!pair.decided() && ranking().level().isEmpty()) {
      return Bilingual.of(
          "{0}; zwischen {1} und {2} ist es unentschieden.",
          "{0}; between {1} and {2} it is undecided.",
          leads,
          Words.model(pair.a()),
          Words.model(pair.b()));
    }
    return new Bilingual(leads.de() + ".", leads.en() + ".");
  }

  private Bilingual leads(Comparison pair) {
    Bilingual first = Words.model(ranking().first().name());
    Bilingual count = Words.count(run.models().size());
    if (ranking().level().isEmpty()) {
      return Bilingual.of(
          "{0} ist das beste von {1} Modellen", "{0} is the best of {1} models", first, count);
    }
    return pair.decided()
        ? Bilingual.of("{0} führt unter {1} Modellen", "{0} leads among {1} models", first, count)
        : Bilingual.of(
            "Unentschieden: {0} führt, ist aber von {1} nicht zu unterscheiden",
            "Undecided: {0} leads but cannot be told apart from {1}",
            first,
            some(ranking().level()));
  }

  /** How far the first is ahead, and of whom. */
  public List<Bilingual> sentences() {
    List<Bilingual> sentences = new ArrayList<>();
    sentences.add(lead());
    sentences.add(tested());
    return sentences;
  }

  private Bilingual lead() {
    ModelRun first = ranking().first();
    ModelRun second = ranking().second();
    Comparison pair = ranking().pair(first.name(), second.name()).orElseThrow();
    boolean ahead = pair.ahead().equals(first.name());
    return Bilingual.of(
        "Von {0} Testbildern ordnet {1} {2} richtig ein. Auf {3} an zweiter Stelle ({4}) sind das"
            + " {5} Prozentpunkte Vorsprung (95-%-Konfidenzintervall: {6}).",
        "Of {0} test images {1} gets {2} right. Over {3} in second place ({4}) that is a lead of {5}"
            + " percentage points (95% confidence interval: {6}).",
        Numbers.whole(run.metrics().testExamples()),
        Words.model(first.name()),
        Numbers.percent(first.metrics().accuracy(), 1),
        Words.model(second.name()),
        Numbers.percent(second.metrics().accuracy(), 1),
        Numbers.points(Math.abs(pair.difference())),
        Numbers.pointRange(ahead ? pair.leadInterval() : pair.leadInterval().negated()));
  }

  private Bilingual tested() {
    List<ModelRun> level = ranking().level();
    Bilingual pairs = Numbers.whole(run.metrics().comparisons().size());
    Bilingual others = Words.count(run.models().size() - 1);
    Bilingual test =
        Bilingual.of(
            "Kann das Zufall sein? Geprüft sind alle {0} Paare (exakter McNemar-Test, nach Holm für so"
                + " viele Vergleiche korrigiert).",
            "Could that be chance? All {0} pairs were tested (exact McNemar test, corrected for that"
                + " many comparisons after Holm).",
            pairs);
    if (level.isEmpty()) {
      return test.then(
          Bilingual.of(
              "Besser als jedes der {0} anderen Modelle ist {1} demnach nicht durch Zufall: p ist"
                  + " höchstens {2}.",
              "By that {1} is not better than each of the {0} other models by chance: p is at most"
                  + " {2}.",
              others,
              Words.model(ranking().first().name()),
              Numbers.probability(largestP())));
    }
    return test.then(
        Bilingual.of(
            level.size() == run.models().size() - 1
                ? "Von keinem der anderen Modelle ist {0} demnach sicher zu unterscheiden."
                : "Von {1} ist {0} demnach nicht sicher zu unterscheiden; gegenüber den anderen ist"
                    + " der Vorsprung nachgewiesen.",
            level.size() == run.models().size() - 1
                ? "By that {0} cannot safely be told apart from any other model."
                : "By that {0} cannot safely be told apart from {1}; over the others its lead is"
                    + " shown.",
            Words.model(ranking().first().name()),
            some(level)));
  }

  private double largestP() {
    return ranking().models().stream()
        .skip(1)
        .map(model -> ranking().pair(ranking().first().name(), model.name()))
        .flatMap(Optional::stream)
        .mapToDouble(Comparison::mcnemarPHolm)
        .max()
        .orElse(1);
  }

  private static Bilingual some(List<ModelRun> models) {
    return models.size() > LISTED
        ? Bilingual.of("{0} anderen", "{0} others", Words.count(models.size()))
        : Bilingual.list(models.stream().map(model -> Words.model(model.name())).toList());
  }

  private Ranking ranking() {
    return run.standings();
  }

  /** What a pair's test says among all pairs. */
  public static Bilingual outcome(Comparison comparison) {
    return comparison.decidedAmongAll()
        ? Bilingual.of("{0} ist besser", "{0} is better", Words.model(comparison.ahead()))
        : new Bilingual("unentschieden", "undecided");
  }
}

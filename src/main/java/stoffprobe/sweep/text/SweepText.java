package stoffprobe.sweep.text;

import static stoffprobe.report.text.Numbers.decimal;
import static stoffprobe.report.text.Numbers.percent;
import static stoffprobe.report.text.Numbers.probability;
import static stoffprobe.report.text.Numbers.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.report.text.Bilingual;
import stoffprobe.statistics.Interval;
import stoffprobe.statistics.runs.RunSummary;
import stoffprobe.statistics.runs.SeedsAndImages;
import stoffprobe.sweep.Comparison;
import stoffprobe.sweep.Findings;
import stoffprobe.sweep.VariantResult;

/** What a sweep found, for a reader who has never trained a network twice. */
public record SweepText(Findings findings) {

  /** As many letters as fit into one line of the largest. */
  private static final int LARGE_LETTERS = 36;

  /** The first sentence of the page. */
  public Bilingual headline() {
    List<VariantResult> ranking = findings.ranking();
    if (ranking.isEmpty()) {
      return new Bilingual("Kein Lauf ist gelungen.", "No run succeeded.");
    }
    Bilingual best = VariantLabel.name(ranking.get(0));
    if (ranking.size() == 1) {
      return Bilingual.of(
          "{0}: im Mittel {1} richtig.", "{0}: {1} right on average.", best, mean(ranking.get(0)));
    }
    if (ranking.stream().allMatch(variant -> variant.runs().size() == 1)) {
      return new Bilingual("Ein Startwert entscheidet nichts.", "One seed decides nothing.");
    }
    Bilingual second = VariantLabel.name(ranking.get(1));
    if (findings.first().filter(Comparison::decided).isEmpty()) {
      return Bilingual.of(
          "Unentschieden zwischen {0} und {1}.", "Undecided between {0} and {1}.", best, second);
    }
    return ranking.size() == 2
        ? Bilingual.of("{0} ist besser als {1}.", "{0} is better than {1}.", best, second)
        : Bilingual.of(
            "Die beste von {0} Varianten: {1}.",
            "The best of {0} variants: {1}.", whole(ranking.size()), best);
  }

  /** Whether the first sentence is too long for the largest letters. */
  public boolean wordy() {
    return headline().de().length() > LARGE_LETTERS;
  }

  /** {@code better}, {@code undecided}, {@code single} or {@code failed}. */
  public String verdict() {
    int measured = findings.ranking().size();
    if (measured < 2) {
      return measured == 0 ? "failed" : "single";
    }
    return findings.first().filter(Comparison::decided).isPresent() ? "better" : "undecided";
  }

  /** What that rests on. */
  public List<Bilingual> sentences() {
    List<Bilingual> sentences = new ArrayList<>();
    List<VariantResult> ranking = findings.ranking();
    ranking.stream().limit(2).map(SweepText::spread).forEach(sentences::add);
    findings.first().ifPresent(first -> difference(first).ifPresent(sentences::add));
    findings.first().map(SweepText::ahead).ifPresent(sentences::add);
    if (!findings.failed().isEmpty()) {
      sentences.add(failed(findings.failed().size(), findings.runs().size()));
    }
    return List.copyOf(sentences);
  }

  /** What a reader may claim who has trained only once. */
  public List<Bilingual> singleSeed() {
    List<Bilingual> claims = new ArrayList<>();
    for (VariantResult variant : findings.ranking().stream().limit(2).toList()) {
      variant
          .metric(VariantResult.ACCURACY)
          .filter(accuracy -> accuracy.runs() > 1)
          .ifPresent(accuracy -> claims.add(reach(variant, accuracy)));
    }
    findings.first().ifPresent(first -> claims.addAll(apart(first)));
    return List.copyOf(claims);
  }

  /** Where the uncertainty of a difference comes from. */
  public Optional<Bilingual> sources() {
    return findings.first().flatMap(Comparison::both).map(SweepText::sources);
  }

  /** What is to be kept in mind where many are compared. */
  public Optional<Bilingual> selection() {
    return findings.ranking().size() < 3
        ? Optional.empty()
        : Optional.of(
            Bilingual.of(
                "Die Testbilder haben mit ausgewählt, welche von {0} Varianten vorn liegt; ihre"
                    + " Genauigkeit ist deshalb eher zu hoch geschätzt. Wer unter vielen wählt, hält"
                    + " dafür mit preprocess.validation eigene Bilder zurück.",
                "The test images took part in choosing which of {0} variants is ahead, so its"
                    + " accuracy is rather overestimated. Whoever chooses among many holds out images"
                    + " for that with preprocess.validation.",
                whole(findings.ranking().size())));
  }

  private static Bilingual spread(VariantResult variant) {
    RunSummary accuracy = accuracy(variant);
    return accuracy.runs() == 1
        ? Bilingual.of(
            "{0} ordnet mit dem einen Startwert (Seed) {1} der Testbilder richtig ein.",
            "{0} classifies {1} of the test images correctly with its one seed.",
            VariantLabel.name(variant),
            percent(accuracy.mean(), 2))
        : Bilingual.of(
            "{0} ordnet im Mittel über {1} Startwerte (Seeds) {2} der Testbilder richtig ein,"
                + " mindestens {3} und höchstens {4}.",
            "{0} classifies {2} of the test images correctly on average over {1} seeds, at least"
                + " {3} and at most {4}.",
            VariantLabel.name(variant),
            whole(accuracy.runs()),
            percent(accuracy.mean(), 2),
            percent(accuracy.min(), 2),
            percent(accuracy.max(), 2));
  }

  private Optional<Bilingual> difference(Comparison first) {
    Bilingual mean = points(first.overSeeds().mean());
    int tests = findings.comparisons().size();
    Bilingual p =
        tests == 1
            ? probability(first.adjustedP())
            : Bilingual.of(
                "{0} nach Holm für {1} Vergleiche",
                "{0} after Holm for {1} comparisons", probability(first.adjustedP()), whole(tests));
    if (first.both().isPresent()) {
      Interval interval = first.both().get().interval();
      return Optional.of(
          Bilingual.of(
              "Der Unterschied beträgt {0} Prozentpunkte; für andere Startwerte und andere Bilder"
                  + " derselben Art liegt er mit 95 % Sicherheit zwischen {1} und {2} (p = {3}).",
              "The difference is {0} percentage points; for other seeds and other images of this"
                  + " kind it lies between {1} and {2} with 95% confidence (p = {3}).",
              mean,
              points(interval.low()),
              points(interval.high()),
              p));
    }
    return first
        .overSeeds()
        .interval()
        .map(
            interval ->
                Bilingual.of(
                    "Der Unterschied beträgt {0} Prozentpunkte; für andere Startwerte liegt er mit"
                        + " 95 % Sicherheit zwischen {1} und {2} (p = {3}).",
                    "The difference is {0} percentage points; for other seeds it lies between {1}"
                        + " and {2} with 95% confidence (p = {3}).",
                    mean,
                    points(interval.low()),
                    points(interval.high()),
                    p));
  }

  private static Bilingual ahead(Comparison first) {
    long won = first.differences().stream().filter(difference -> difference > 0).count();
    return Bilingual.of(
        "Bei {0} von {1} Startwerten liegt {2} vorn.",
        "With {0} of {1} seeds {2} is ahead.",
        whole(won),
        whole(first.seeds().size()),
        VariantLabel.name(first.ahead()));
  }

  private static Bilingual failed(int failed, int all) {
    return failed == 1
        ? Bilingual.of(
            "Einer von {0} Läufen ist gescheitert; warum, steht bei den Läufen.",
            "One of {0} runs failed; the list of runs tells why.", whole(all))
        : Bilingual.of(
            "{0} von {1} Läufen sind gescheitert; warum, steht bei den Läufen.",
            "{0} of {1} runs failed; the list of runs tells why.", whole(failed), whole(all));
  }

  private static Bilingual reach(VariantResult variant, RunSummary accuracy) {
    return Bilingual.of(
        "Zwei Läufe von {0}, die sich nur im Startwert unterscheiden, liegen in 95 von 100 Fällen"
            + " höchstens {1} Prozentpunkte auseinander. Eine kleinere Änderung, die jemand nach"
            + " einem einzigen Lauf meldet, kann der Startwert gewesen sein.",
        "Two runs of {0} that differ in their seed alone lie at most {1} percentage points apart in"
            + " 95 of 100 cases. A smaller change that somebody reports after a single run may have"
            + " been the seed.",
        VariantLabel.name(variant),
        points(accuracy.reach()));
  }

  private static List<Bilingual> apart(Comparison first) {
    double reach = accuracy(first.ahead()).reach(accuracy(first.behind()));
    List<Bilingual> claims = new ArrayList<>();
    if (Double.isFinite(reach)) {
      claims.add(
          Bilingual.of(
              "Wer {0} und {1} je einmal trainiert, darf erst ab {2} Prozentpunkten Abstand"
                  + " behaupten, mehr als den Startwert gemessen zu haben.",
              "Whoever trains {0} and {1} once each may claim to have measured more than the seed"
                  + " from a distance of {2} percentage points on.",
              VariantLabel.name(first.ahead()),
              VariantLabel.name(first.behind()),
              points(reach)));
      claims.add(upsets(first));
    }
    return claims;
  }

  private static Bilingual upsets(Comparison first) {
    return first.upsets() == 0
        ? Bilingual.of(
            "In keiner der {0} Paarungen zweier Läufe hätte {1} vorn gelegen.",
            "In none of the {0} pairs of two runs would {1} have been ahead.",
            whole(first.pairs()),
            VariantLabel.name(first.behind()))
        : Bilingual.of(
            "In {0} der {1} Paarungen zweier Läufe hätte {2} vorn gelegen: So oft führt je ein"
                + " einziger Startwert zum falschen Schluss.",
            "In {0} of the {1} pairs of two runs {2} would have been ahead: that often a single seed"
                + " each leads to the wrong conclusion.",
            whole(first.upsets()),
            whole(first.pairs()),
            VariantLabel.name(first.behind()));
  }

  private static Bilingual sources(SeedsAndImages both) {
    double seeds = both.seedVariance() / both.seeds();
    double images = both.imageVariance() / both.images();
    double rest = both.restVariance() / both.seeds() / both.images();
    double all = seeds + images + rest;
    return all == 0
        ? new Bilingual(
            "Zwischen Startwerten und Bildern gibt es keinen Unterschied, also auch keine"
                + " Unsicherheit.",
            "There is no difference between seeds and images, and so no uncertainty either.")
        : Bilingual.of(
            "Von der Unsicherheit des mittleren Unterschieds (Varianz) kommen {0} von der Wahl der"
                + " {1} Startwerte, {2} von der Wahl der {3} Testbilder und {4} von beidem zusammen."
                + " Weitere Startwerte verringern den ersten und den letzten Teil, weitere Testbilder"
                + " den zweiten und den letzten.",
            "Of the uncertainty of the mean difference (variance), {0} come from the choice of the"
                + " {1} seeds, {2} from the choice of the {3} test images and {4} from both together."
                + " More seeds reduce the first and the last part, more test images the second and"
                + " the last.",
            percent(seeds / all, 0),
            whole(both.seeds()),
            percent(images / all, 0),
            whole(both.images()),
            percent(rest / all, 0));
  }

  private static Bilingual mean(VariantResult variant) {
    return percent(accuracy(variant).mean(), 1);
  }

  private static RunSummary accuracy(VariantResult variant) {
    return variant.metric(VariantResult.ACCURACY).orElseThrow();
  }

  private static Bilingual points(double difference) {
    return decimal(100 * difference, 2);
  }
}

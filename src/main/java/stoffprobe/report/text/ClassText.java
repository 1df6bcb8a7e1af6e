package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.ClassComparison;
import stoffprobe.report.facts.ClassComparison.Difference;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.Comparison.Better;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** How the models do class by class; of many models, the two most accurate are compared. */
public record ClassText(Run run) {

  private static final int LISTED = 5;

  /** The classes by the F1 score of the most accurate model, the highest first. */
  public List<Integer> order() {
    ModelRun best = run.ranking().get(0);
    return IntStream.range(0, classes().count())
        .boxed()
        .sorted(Comparator.comparingDouble(index -> -orZero(best.f1(index))))
        .toList();
  }

  /** Which class the most accurate model knows best, and which worst. */
  public Bilingual extremes() {
    ModelRun best = run.ranking().get(0);
    int easiest = order().get(0);
    int hardest = order().get(order().size() - 1);
    return Bilingual.of(
        "Am leichtesten fällt {0} die Klasse {1} (F1-Score {2}), am schwersten {3} ({4}).",
        "The class {1} comes most easily to {0} (F1 score {2}), {3} is the hardest ({4}).",
        Words.model(best.name()),
        Words.quoted(classes(), easiest),
        Numbers.decimal(best.f1(easiest), 3),
        Words.quoted(classes(), hardest),
        Numbers.decimal(best.f1(hardest), 3));
  }

  /** Which classes one of the two recognises better, and not by chance. */
  public List<Bilingual> wins() {
    return run.bestPair().map(this::wins).orElse(List.of());
  }

  private List<Bilingual> wins(Comparison pair) {
    List<ClassComparison> forA = won(pair, Better.A);
    List<ClassComparison> forB = won(pair, Better.B);
    Bilingual all = Numbers.whole(classes().count());
    if (forA.isEmpty() && forB.isEmpty()) {
      return List.of(
          Bilingual.of(
              "Unentschieden: Bei keiner der {0} Klassen ist für sich genommen ein Unterschied zwischen"
                  + " {1} und {2} nachweisbar.",
              "Undecided: in none of the {0} classes by itself can a difference between {1} and {2} be"
                  + " shown.",
              all,
              Words.model(pair.a()),
              Words.model(pair.b())));
    }
    List<Bilingual> sentences = new ArrayList<>();
    sentences.addAll(won(pair.b(), pair.a(), forB));
    sentences.addAll(won(pair.a(), pair.b(), forA));
    int open = classes().count() - forA.size() - forB.size();
    if (open > 0) {
      sentences.add(
          Bilingual.of(
              "Unentschieden: {0} von {1} Klassen.",
              "Undecided: {0} of {1} classes.", Numbers.whole(open), all));
    }
    return sentences;
  }

  private List<Bilingual> won(String winner, String loser, List<ClassComparison> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Bilingual> names = new ArrayList<>();
    rows.stream().limit(LISTED).forEach(row -> names.add(gain(row)));
    if (rows.size() > LISTED) {
      names.add(
          Bilingual.of("{0} weitere", "{0} more", Numbers.whole(rows.size() - (long) LISTED)));
    }
    return List.of(
        Bilingual.of(
            "{0} erkennt nachweislich mehr Bilder als {1} bei {2} von {3} Klassen: {4}.",
            "{0} recognises more images than {1}, and not by chance, in {2} of {3} classes: {4}.",
            Words.model(winner),
            Words.model(loser),
            Numbers.whole(rows.size()),
            Numbers.whole(classes().count()),
            Bilingual.list(names)));
  }

  private Bilingual gain(ClassComparison row) {
    return Bilingual.of(
        "{0} (+{1} Prozentpunkte)",
        "{0} (+{1} percentage points)",
        Words.quoted(classes(), row.classIndex()),
        Numbers.points(Math.abs(value(row))));
  }

  private List<ClassComparison> won(Comparison pair, Better better) {
    return run.classes(pair).stream()
        .filter(row -> row.better() == better)
        .sorted(Comparator.comparingDouble(row -> -Math.abs(value(row))))
        .toList();
  }

  /** The difference, 0 where there are no images to tell it from. */
  private static double value(ClassComparison row) {
    return row.difference().map(Difference::value).orElse(0.0);
  }

  private static double orZero(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private ClassNames classes() {
    return run.about().classes();
  }
}

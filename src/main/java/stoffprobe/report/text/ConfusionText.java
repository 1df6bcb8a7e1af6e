package stoffprobe.report.text;

import java.util.List;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.ConfusionTable;
import stoffprobe.report.facts.ModelRun;

/** How to read a model's confusion matrix, by entries of its own. */
public record ConfusionText(ModelRun model, ClassNames classes) {

  /** The entry in the top left corner. */
  public Bilingual topLeft() {
    return Bilingual.of(
        "Ganz oben links steht {0}. Links wie unten heißt die Klasse {1}: Von {2} Bildern dieser"
            + " Klasse hat {3} also {0} richtig erkannt.",
        "At the top left stands {0}. To the left as well as below, the class is {1}: of {2} images"
            + " of that class {3} has recognised {0}.",
        Numbers.whole(matrix().correct(0)),
        Words.quoted(classes, 0),
        Numbers.whole(matrix().support(0)),
        Words.model(model.name()));
  }

  /** The entry in the bottom left corner. */
  public Bilingual bottomLeft() {
    int last = matrix().classes() - 1;
    long count = matrix().count(last, 0);
    Bilingual place =
        Bilingual.of(
            "Ganz unten links steht {0}, links heißt die Klasse {1}, unten {2}:",
            "At the bottom left stands {0}; to the left the class is {1}, below it is {2}:",
            Numbers.whole(count),
            Words.quoted(classes, last),
            Words.quoted(classes, 0));
    return place.then(
        count == 0
            ? Bilingual.of(
                "Kein Bild aus {0} hat {1} für {2} gehalten.",
                "{1} took no image of {0} for {2}.",
                Words.quoted(classes, last),
                Words.model(model.name()),
                Words.quoted(classes, 0))
            : Bilingual.of(
                "{3} aus {0} hat {1} fälschlich für {2} gehalten.",
                "{1} mistook {3} of {0} for {2}.",
                Words.quoted(classes, last),
                Words.model(model.name()),
                Words.quoted(classes, 0),
                Words.images(count)));
  }

  /** The whole diagonal. */
  public Bilingual diagonal() {
    return Bilingual.of(
        "Auf der Diagonale liegen zusammen {0} von {1} Bildern, daneben {2}.",
        "On the diagonal lie {0} of {1} images together, beside it {2}.",
        Numbers.whole(matrix().correct()),
        Numbers.whole(matrix().total()),
        Numbers.whole(matrix().wrong()));
  }

  /** The best and the worst recognised class. */
  public Bilingual extremes() {
    int best = 0;
    int worst = 0;
    for (int label = 1; label < matrix().classes(); label++) {
      best = share(label) > share(best) ? label : best;
      worst = share(label) < share(worst) ? label : worst;
    }
    return Bilingual.of(
        "Am besten erkennt {0} die Klasse {1} ({2}), am schlechtesten {3} ({4}).",
        "The class that {0} recognises best is {1} ({2}), worst is {3} ({4}).",
        Words.model(model.name()),
        Words.quoted(classes, best),
        Numbers.percent(share(best), 1),
        Words.quoted(classes, worst),
        Numbers.percent(share(worst), 1));
  }

  /** One of the most frequent confusions. */
  public record Mistake(Bilingual label, Bilingual predicted, Bilingual count, Bilingual share) {}

  /** The most frequent confusions, as {@code metrics.json} lists them; empty cells left out. */
  public List<Mistake> mistakes() {
    return model.metrics().topConfusions().stream()
        .filter(confused -> confused.count() > 0)
        .map(
            confused ->
                new Mistake(
                    Words.className(classes, confused.label()),
                    Words.className(classes, confused.predicted()),
                    Numbers.whole(confused.count()),
                    Numbers.percent(
                        (double) confused.count() / Math.max(1, matrix().support(confused.label())),
                        1)))
        .toList();
  }

  private double share(int label) {
    return (double) matrix().correct(label) / Math.max(1, matrix().support(label));
  }

  private ConfusionTable matrix() {
    return model.confusion();
  }
}

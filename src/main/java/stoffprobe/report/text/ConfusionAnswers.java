package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.ConfusionTable;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** The three questions on the confusion matrices. */
record ConfusionAnswers(Run run) {

  private static final Set<String> TOPS =
      Set.of("T-shirt/Top", "Pullover", "Kleid", "Mantel", "Hemd");

  /** A field this much larger than the average field of errors is an outstanding one. */
  private static final double OUTSTANDING = 3;

  /** Two classes have two such fields only, and the larger holds at most twice their average. */
  private static final double OUTSTANDING_OF_TWO = 1.5;

  List<Answer> all() {
    return List.of(diagonal(), uneven(), pairs());
  }

  private Answer diagonal() {
    List<Bilingual> paragraphs = new ArrayList<>();
    paragraphs.add(
        new Bilingual(
            "Hohe Werte auf der Diagonale sind gut: Dort stehen die Bilder, bei denen Vorhersage und"
                + " Beschriftung übereinstimmen. Bei einem fehlerfreien Modell stünde überall sonst"
                + " eine Null.",
            "High values on the diagonal are good: there stand the images whose prediction agrees"
                + " with their label. A model without errors would have zeros everywhere else."));
    for (ModelRun model : run.models()) {
      ConfusionTable matrix = model.confusion();
      paragraphs.add(
          Bilingual.of(
              "{0}: {1} der {2} Bilder liegen auf der Diagonale. Ihr kleinster Eintrag ist {3}, der"
                  + " größte daneben {4}; {5}",
              "{0}: {1} of the {2} images lie on the diagonal. Its smallest entry is {3}, the"
                  + " largest beside it {4}; {5}",
              Words.model(model.name()),
              Numbers.whole(matrix.correct()),
              Numbers.whole(matrix.total()),
              Numbers.whole(smallestCorrect(matrix)),
              Numbers.whole(errors(matrix).get(0).count()),
              clear(matrix)
                  ? new Bilingual(
                      "sie überragt also alle übrigen Felder.",
                      "so it towers above all other fields.")
                  : new Bilingual(
                      "sie überragt die übrigen Felder also nicht überall.",
                      "so it does not tower above the other fields everywhere.")));
    }
    return new Answer(
        new Bilingual(
            "Die Diagonale hat meist viel höhere Werte als die übrigen Felder. Ist das gut oder"
                + " schlecht?",
            "The diagonal usually has much higher values than the other fields. Is that good or"
                + " bad?"),
        paragraphs);
  }

  private Answer uneven() {
    List<Bilingual> paragraphs = new ArrayList<>();
    for (ModelRun model : run.models()) {
      paragraphs.add(uneven(model));
    }
    return new Answer(
        new Bilingual(
            "Treten bestimmte Fehler öfter auf als andere?",
            "Do some errors occur more often than others?"),
        paragraphs);
  }

  private Bilingual uneven(ModelRun model) {
    ConfusionTable matrix = model.confusion();
    if (matrix.wrong() == 0) {
      return Bilingual.of(
          "{0}: Es gibt keinen einzigen Fehler.",
          "{0}: there is not a single error.", Words.model(model.name()));
    }
    List<Cell> errors = errors(matrix);
    Cell most = errors.get(0);
    double average = (double) matrix.wrong() / errors.size();
    long empty = errors.stream().filter(cell -> cell.count() == 0).count();
    return Bilingual.of(
        "{0}: {1} Gleichmäßig verteilt, stünden die {2} Fehler mit je etwa {3} in den {4} Feldern"
            + " neben der Diagonale. Tatsächlich enthält das häufigste Feld {5} ({6}, gehalten für"
            + " {7}); leer sind {8}.",
        "{0}: {1} Spread evenly, the {2} errors would stand in the {4} fields beside the diagonal"
            + " with about {3} each. In fact the most frequent field holds {5} ({6} taken for {7});"
            + " {8} are empty.",
        Words.model(model.name()),
        most.count() > (errors.size() == 2 ? OUTSTANDING_OF_TWO : OUTSTANDING) * average
            ? new Bilingual("Ja, deutlich.", "Yes, clearly.")
            : new Bilingual("Kaum.", "Hardly."),
        Numbers.whole(matrix.wrong()),
        Numbers.decimal(average, 1),
        Numbers.whole(errors.size()),
        Numbers.whole(most.count()),
        Words.quoted(classes(), most.label()),
        Words.quoted(classes(), most.predicted()),
        empty == 0 ? new Bilingual("keine", "none") : Numbers.whole(empty));
  }

  private Answer pairs() {
    List<Bilingual> paragraphs = new ArrayList<>();
    boolean tops = true;
    for (ModelRun model : run.models()) {
      List<Cell> pairs = pairs(model.confusion());
      paragraphs.add(pairs(model, pairs));
      tops &= !pairs.isEmpty() && pairs.stream().allMatch(this::tops);
    }
    if (tops) {
      paragraphs.add(
          new Bilingual(
              "Das sind lauter Kleidungsstücke, die den Oberkörper bedecken. Auf so wenigen grauen Bildpunkten"
                  + " ähneln sich ihre Umrisse, auch für Menschen.",
              "These are all garments that cover the upper body. On so few grey pixels their outlines look"
                  + " alike, to people too."));
    }
    return new Answer(
        Bilingual.of(
            "Verwechselt die KI manche {0} öfter miteinander als andere?",
            "Does the AI confuse some {0} with each other more often than others?",
            new DataText(run).fashionMnist()
                ? new Bilingual("Kleidungsstücke", "garments")
                : new Bilingual("Klassen", "classes")),
        paragraphs);
  }

  private Bilingual pairs(ModelRun model, List<Cell> pairs) {
    if (pairs.isEmpty()) {
      return Bilingual.of(
          "{0}: Nein, es verwechselt keine.",
          "{0}: no, it confuses none.", Words.model(model.name()));
    }
    List<Bilingual> named =
        pairs.stream()
            .map(
                pair ->
                    Bilingual.of(
                        "{0} mit {1} ({2})",
                        "{0} with {1} ({2})",
                        Words.quoted(classes(), pair.label()),
                        Words.quoted(classes(), pair.predicted()),
                        Words.times(pair.count())))
            .toList();
    return Bilingual.of(
        "Am häufigsten verwechselt {0} {1}, beide Richtungen zusammengezählt.",
        "Most often {0} confuses {1}, both directions added.",
        Words.model(model.name()),
        Bilingual.list(named));
  }

  private boolean tops(Cell pair) {
    return TOPS.contains(classes().de().get(pair.label()))
        && TOPS.contains(classes().de().get(pair.predicted()));
  }

  /** A field beside the diagonal, or two that mirror each other. */
  private record Cell(int label, int predicted, long count) {}

  private static List<Cell> errors(ConfusionTable matrix) {
    List<Cell> cells = new ArrayList<>();
    for (int label = 0; label < matrix.classes(); label++) {
      for (int predicted = 0; predicted < matrix.classes(); predicted++) {
        if (label != predicted) {
          cells.add(new Cell(label, predicted, matrix.count(label, predicted)));
        }
      }
    }
    cells.sort(Comparator.comparingLong((Cell cell) -> -cell.count()));
    return cells;
  }

  /** The three pairs that are confused most, those that never are left out. */
  private static List<Cell> pairs(ConfusionTable matrix) {
    return errors(matrix).stream()
        .filter(cell -> cell.label() < cell.predicted())
        .map(
            cell ->
                new Cell(
                    cell.label(),
                    cell.predicted(),
                    cell.count() + matrix.count(cell.predicted(), cell.label())))
        .filter(cell -> cell.count() > 0)
        .sorted(Comparator.comparingLong((Cell cell) -> -cell.count()))
        .limit(3)
        .toList();
  }

  private static boolean clear(ConfusionTable matrix) {
    return smallestCorrect(matrix) > errors(matrix).get(0).count();
  }

  private static long smallestCorrect(ConfusionTable matrix) {
    long smallest = Long.MAX_VALUE;
    for (int label = 0; label < matrix.classes(); label++) {
      smallest = Math.min(smallest, matrix.correct(label));
    }
    return smallest;
  }

  private ClassNames classes() {
    return run.about().classes();
  }
}

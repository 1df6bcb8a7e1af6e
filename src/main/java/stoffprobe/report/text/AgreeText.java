package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.Examples.Cell;
import stoffprobe.report.facts.Run;

/** On which images two models are right and wrong, and whether both together could be better. */
public record AgreeText(Run run, Comparison pair) {

  /** One cell of the table of right and wrong. */
  public record Row(Bilingual name, Bilingual count, Bilingual share) {}

  /** Which pair this is, and why. */
  public Bilingual which() {
    return run.models().size() > 2
        ? Bilingual.of(
            "Unter {0} Modellen gibt es viele Paare. Hier stehen die beiden mit der höchsten"
                + " Genauigkeit, {1} und {2}.",
            "Among {0} models there are many pairs. Shown are the two of the highest accuracy, {1}"
                + " and {2}.",
            Words.count(run.models().size()),
            a(),
            b())
        : Bilingual.of(
            "Verglichen werden {0} und {1}, Bild für Bild.",
            "{0} and {1} are compared image by image.", a(), b());
  }

  /** The table. */
  public List<Row> rows() {
    return List.of(row(Cell.BOTH_RIGHT), row(Cell.ONLY_A), row(Cell.ONLY_B), row(Cell.BOTH_WRONG));
  }

  /** What a cell is called. */
  public Bilingual name(Cell cell) {
    return switch (cell) {
      case BOTH_RIGHT -> new Bilingual("Beide richtig", "Both right");
      case ONLY_A -> Bilingual.of("Nur {0} richtig", "Only {0} right", a());
      case ONLY_B -> Bilingual.of("Nur {0} richtig", "Only {0} right", b());
      case BOTH_WRONG -> new Bilingual("Beide falsch", "Both wrong");
    };
  }

  /** How many images a cell holds. */
  public long count(Cell cell) {
    return switch (cell) {
      case BOTH_RIGHT -> pair.bothCorrect();
      case ONLY_A -> pair.onlyACorrect();
      case ONLY_B -> pair.onlyBCorrect();
      case BOTH_WRONG -> pair.bothWrong();
    };
  }

  /** What the cells mean. */
  public List<Bilingual> meaning() {
    List<Bilingual> sentences = new ArrayList<>();
    sentences.add(shared(a(), b(), pair.onlyBCorrect()));
    sentences.add(shared(b(), a(), pair.onlyACorrect()));
    sentences.add(new TogetherText(run, pair).bound());
    return sentences;
  }

  /**
   * How many errors of one model the other makes too.
   *
   * @param corrected errors of {@code first} that {@code second} does not make
   */
  private Bilingual shared(Bilingual first, Bilingual second, long corrected) {
    long errors = corrected + pair.bothWrong();
    if (errors == 0) {
      return Bilingual.of("{0} ordnet kein Bild falsch ein.", "{0} gets no image wrong.", first);
    }
    return Bilingual.of(
        "{0} ordnet {1} falsch ein. Davon ordnet auch {2} {3} falsch ein ({4}), die übrigen {5}"
            + " richtig.",
        "{0} gets {1} wrong. Of these {2} gets {3} wrong as well ({4}) and the other {5} right.",
        first,
        Words.images(errors),
        second,
        Numbers.whole(pair.bothWrong()),
        Numbers.percent((double) pair.bothWrong() / errors, 1),
        Numbers.whole(corrected));
  }

  private Row row(Cell cell) {
    return new Row(
        name(cell),
        Numbers.whole(count(cell)),
        Numbers.percent((double) count(cell) / run.metrics().testExamples(), 1));
  }

  private Bilingual a() {
    return Words.model(pair.a());
  }

  private Bilingual b() {
    return Words.model(pair.b());
  }
}

package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.ClassComparison;
import stoffprobe.report.facts.ClassComparison.Difference;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.ConfusionTable;
import stoffprobe.report.facts.Interval;
import stoffprobe.report.facts.Run;

/** The tables in which two models are compared class by class, and mistake by mistake. */
public record ClassTable(Run run) {

  private static final int LARGEST = 10;

  /**
   * One class in the comparison of two models.
   *
   * @param sortable the difference of the recalls as a number, null where there is none
   */
  public record Row(
      Bilingual name,
      Bilingual recallA,
      Bilingual recallB,
      Bilingual difference,
      Bilingual interval,
      @Nullable Double sortable,
      ClassComparison pair,
      Bilingual winner) {}

  /** How often each of two models takes class {@code label} for class {@code predicted}. */
  public record Mistaken(int label, int predicted, long a, long b) {

    public long difference() {
      return b - a;
    }
  }

  /** The comparison of the two most accurate models, in the order of the picture. */
  public List<Row> rows(Comparison pair) {
    List<Row> rows = new ArrayList<>();
    for (int index : new ClassText(run).order()) {
      run.classes(pair).stream()
          .filter(row -> row.classIndex() == index)
          .map(row -> row(pair, row))
          .forEach(rows::add);
    }
    return rows;
  }

  private Row row(Comparison pair, ClassComparison row) {
    Optional<Interval> interval = row.difference().map(Difference::interval);
    return new Row(
        Words.className(classes(), row.classIndex()),
        recall(pair.a(), row.classIndex()),
        recall(pair.b(), row.classIndex()),
        row.difference().map(d -> Numbers.signed(100 * d.value(), 1)).orElse(Bilingual.same("–")),
        interval.map(Numbers::pointRange).orElse(Bilingual.same("–")),
        row.difference().map(Difference::value).orElse(null),
        row,
        winner(row));
  }

  private static Bilingual winner(ClassComparison row) {
    return switch (row.better()) {
      case A -> Words.model(row.a());
      case B -> Words.model(row.b());
      case UNDECIDED -> new Bilingual("unentschieden", "undecided");
    };
  }

  private Bilingual recall(String model, int index) {
    return run.model(model)
        .score(index)
        .map(score -> Numbers.percent(score.recall(), 1))
        .orElse(Bilingual.same("–"));
  }

  /** A score with its interval: {@code 0,812 (0,787 bis 0,835)}. */
  public static Bilingual scored(double value, Optional<Interval> interval) {
    return interval
        .map(
            range ->
                Bilingual.of(
                    "{0} ({1} bis {2})",
                    "{0} ({1} to {2})",
                    Numbers.decimal(value, 3),
                    Numbers.decimal(range.low(), 3),
                    Numbers.decimal(range.high(), 3)))
        .orElse(Numbers.decimal(value, 3));
  }

  /** The confusions in which the two models differ most, the largest difference first. */
  public List<Mistaken> differences(Comparison pair) {
    ConfusionTable a = run.model(pair.a()).confusion();
    ConfusionTable b = run.model(pair.b()).confusion();
    List<Mistaken> all = new ArrayList<>();
    for (int label = 0; label < classes().count(); label++) {
      for (int predicted = 0; predicted < classes().count(); predicted++) {
        if (label != predicted && a.count(label, predicted) != b.count(label, predicted)) {
          all.add(
              new Mistaken(label, predicted, a.count(label, predicted), b.count(label, predicted)));
        }
      }
    }
    return all.stream()
        .sorted(Comparator.comparingLong(mistaken -> -Math.abs(mistaken.difference())))
        .limit(LARGEST)
        .toList();
  }

  private ClassNames classes() {
    return run.about().classes();
  }
}

package stoffprobe.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for which.
 *
 * @param classNames k names
 * @param counts k rows, the true classes, of k columns, the predicted ones
 */
record Confusion(List<String> classNames, List<List<Long>> counts) {

  Confusion {
    classNames = List.copyOf(classNames);
    counts = counts.stream().map(List::copyOf).toList();
    int k = classNames.size();
    if (k == 0 || counts.size() != k || counts.stream().anyMatch(row -> row.size() != k)) {
      throw new IllegalArgumentException("the counts are not " + k + " rows of " + k);
    }
  }

  /** A cell of the matrix. */
  record Cell(int label, int predicted, long count) {}

  int size() {
    return classNames.size();
  }

  /** All cells, row by row. */
  List<Cell> cells() {
    return IntStream.range(0, size() * size()).mapToObj(i -> cell(i / size(), i % size())).toList();
  }

  long largest() {
    return cells().stream().mapToLong(Cell::count).max().orElse(0);
  }

  String describe(Language language, String model) {
    Numbers numbers = new Numbers(language);
    long all = cells().stream().mapToLong(Cell::count).sum();
    long right =
        cells().stream().filter(c -> c.label() == c.predicted()).mapToLong(Cell::count).sum();
    Cell worst =
        cells().stream()
            .filter(c -> c.label() != c.predicted())
            .max(Comparator.comparingLong(Cell::count))
            .orElse(new Cell(0, 0, 0));
    String start =
        language.pick("Verwirrungsmatrix von ", "Confusion matrix of ")
            + ModelLabel.of(model)
            + language.pick(": auf der Diagonale ", ": on the diagonal ")
            + numbers.count(right)
            + language.pick(" von ", " of ")
            + numbers.count(all)
            + language.pick(" Bildern.", " images.");
    if (worst.count() == 0) {
      return start;
    }
    return start
        + language.pick(" Häufigste Verwechslung: ", " Most frequent confusion: ")
        + name(worst.label())
        + language.pick(" für ", " taken for ")
        + name(worst.predicted())
        + language.pick(" gehalten, ", ", ")
        + numbers.count(worst.count())
        + language.pick("-mal.", worst.count() == 1 ? " time." : " times.");
  }

  private Cell cell(int label, int predicted) {
    return new Cell(label, predicted, counts.get(label).get(predicted));
  }

  private String name(int index) {
    return Isolated.of(Xml.oneLine(classNames.get(index)));
  }
}

package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code confusion-<model>.csv}.
 *
 * @param counts a row a true class, a column a predicted class, {@code k x k}
 */
public record ConfusionTable(List<List<Long>> counts) {

  public ConfusionTable {
    counts = counts.stream().map(List::copyOf).toList();
  }

  /** Reads the file, which must hold every cell once. */
  public static ConfusionTable read(Path file, int classes) throws IOException {
    record Cell(int label, int predicted, long count) {}
    List<Cell> cells =
        CsvFile.read(
            file,
            row ->
                new Cell(
                    row.index("label_index"), row.index("predicted_index"), row.whole("count")));
    Long[][] counts = new Long[classes][classes];
    for (Cell cell : cells) {
      if (cell.label() < 0
          || cell.label() >= classes
          || cell.predicted() < 0
          || cell.predicted() >= classes) {
        throw JsonFile.broken(file, "it names a class beyond the " + classes + " known ones");
      }
      counts[cell.label()][cell.predicted()] = cell.count();
    }
    if (Arrays.stream(counts).flatMap(Arrays::stream).anyMatch(count -> count == null)) {
      throw JsonFile.broken(file, "it does not hold " + classes + " x " + classes + " cells");
    }
    List<List<Long>> rows = new ArrayList<>();
    for (Long[] row : counts) {
      rows.add(List.of(row));
    }
    return new ConfusionTable(rows);
  }

  public int classes() {
    return counts.size();
  }

  /** Images of class {@code label} that the model took for class {@code predicted}. */
  public long count(int label, int predicted) {
    return counts.get(label).get(predicted);
  }

  /** Images of class {@code label} that the model recognised. */
  public long correct(int label) {
    return count(label, label);
  }

  /** Images of class {@code label}. */
  public long support(int label) {
    return counts.get(label).stream().mapToLong(Long::longValue).sum();
  }

  /** All images on the diagonal. */
  public long correct() {
    return IntStream.range(0, classes()).mapToLong(this::correct).sum();
  }

  /** All images. */
  public long total() {
    return IntStream.range(0, classes()).mapToLong(this::support).sum();
  }

  /** All images off the diagonal. */
  public long wrong() {
    return total() - correct();
  }
}

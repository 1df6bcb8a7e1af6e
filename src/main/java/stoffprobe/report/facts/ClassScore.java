package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import stoffprobe.data.BrokenFileException;

/**
 * One row of {@code per-class.csv}.
 *
 * @param support test images that truly are of the class
 * @param precisionInterval none if the model named the class never
 * @param recallInterval none if there is no image of the class
 * @param f1Interval none if neither
 */
public record ClassScore(
    String model,
    int classIndex,
    double precision,
    double recall,
    double f1,
    long support,
    Optional<Interval> precisionInterval,
    Optional<Interval> recallInterval,
    Optional<Interval> f1Interval) {

  /** Reads the rows of all models. */
  public static List<ClassScore> readAll(Path file) throws IOException {
    return CsvFile.read(
        file,
        row ->
            new ClassScore(
                row.text("model"),
                row.index("class_index"),
                row.number("precision"),
                row.number("recall"),
                row.number("f1"),
                row.whole("support"),
                interval(row, "precision"),
                interval(row, "recall"),
                interval(row, "f1")));
  }

  private static Optional<Interval> interval(CsvFile.Row row, String score)
      throws BrokenFileException {
    OptionalDouble low = row.optionalNumber(score + "_low");
    OptionalDouble high = row.optionalNumber(score + "_high");
    return low.isEmpty() || high.isEmpty()
        ? Optional.empty()
        : Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()));
  }
}

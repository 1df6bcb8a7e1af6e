package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;
import stoffprobe.statistics.Coverage;

/** {@code coverage.csv}: accuracy on the surest images, for 1 to 100 percent of them. */
final class CoverageCsv {

  private static final String[] HEADER = {
    "model",
    "percent",
    "images",
    "threshold",
    "correct",
    "accuracy",
    "accuracy_low",
    "accuracy_high"
  };

  private CoverageCsv() {}

  /** Writes a new file, model by model. */
  static void write(Path file, List<EvaluatedModel> models) throws IOException {
    try (CSVPrinter csv = Csv.create(file, HEADER)) {
      for (EvaluatedModel model : models) {
        for (Coverage.Point point : Coverage.of(model.predictions()).points()) {
          List<Object> row = new ArrayList<>();
          row.addAll(List.of(model.name(), point.percent(), point.images()));
          row.add(ShortestDecimal.of(point.threshold()));
          row.addAll(List.of(point.correct(), point.accuracy()));
          row.addAll(Bounds.of(point.interval()));
          csv.printRecord(row);
        }
      }
    }
  }
}

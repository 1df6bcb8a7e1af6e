package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;
import stoffprobe.statistics.Reliability;

/** {@code reliability.csv}: the bins of the expected calibration error, empty ones too. */
final class ReliabilityCsv {

  private static final String[] HEADER = {
    "model",
    "bin",
    "low",
    "high",
    "count",
    "confidence",
    "accuracy",
    "accuracy_low",
    "accuracy_high"
  };

  private ReliabilityCsv() {}

  /** Writes a new file, model by model. */
  static void write(Path file, List<EvaluatedModel> models) throws IOException {
    try (CSVPrinter csv = Csv.create(file, HEADER)) {
      for (EvaluatedModel model : models) {
        List<Reliability.Bin> bins = Reliability.of(model.predictions()).bins();
        for (int b = 0; b < bins.size(); b++) {
          csv.printRecord(row(model.name(), b, bins.get(b)));
        }
      }
    }
  }

  private static List<Object> row(String model, int index, Reliability.Bin bin) {
    boolean empty = bin.count() == 0;
    List<Object> row = new ArrayList<>();
    row.addAll(List.of(model, index, bin.low(), bin.high(), bin.count()));
    row.add(empty ? "" : bin.confidence());
    row.add(empty ? "" : bin.accuracy());
    row.addAll(Bounds.of(bin.interval()));
    return row;
  }
}

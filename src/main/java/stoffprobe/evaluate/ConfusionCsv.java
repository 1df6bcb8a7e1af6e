package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;
import stoffprobe.statistics.ConfusionMatrix;

/** {@code confusion-<model>.csv}: a row for each cell of the matrix, k x k, empty ones too. */
final class ConfusionCsv {

  private ConfusionCsv() {}

  /** Writes a new file, row by row of the matrix. */
  static void write(Path file, ConfusionMatrix confusion) throws IOException {
    try (CSVPrinter csv = Csv.create(file, "label_index", "predicted_index", "count")) {
      for (int label = 0; label < confusion.classes(); label++) {
        for (int predicted = 0; predicted < confusion.classes(); predicted++) {
          csv.printRecord(label, predicted, confusion.count(label, predicted));
        }
      }
    }
  }
}

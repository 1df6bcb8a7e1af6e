package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;
import stoffprobe.statistics.ConfusionMatrix;

/** {@code per-class.csv}: how well each model knows each class. */
final class PerClassCsv {

  private PerClassCsv() {}

  /** Writes a new file, model by model, with the classes' names in the order of their indices. */
  static void write(Path file, List<EvaluatedModel> models, List<String> names) throws IOException {
    try (CSVPrinter csv =
        Csv.create(
            file, "model", "class_index", "class_name", "precision", "recall", "f1", "support")) {
      for (EvaluatedModel model : models) {
        ConfusionMatrix confusion = model.confusion();
        for (int c = 0; c < confusion.classes(); c++) {
          csv.printRecord(
              model.name(),
              c,
              names.get(c),
              confusion.precision(c),
              confusion.recall(c),
              confusion.f1(c),
              confusion.support(c));
        }
      }
    }
  }
}

package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;
import stoffprobe.statistics.ConfusionMatrix;

/** {@code per-class.csv}: how well each model knows each class. */
final class PerClassCsv {

  private static final String[] HEADER = {
    "model",
    "class_index",
    "class_name",
    "precision",
    "recall",
    "f1",
    "support",
    "precision_low",
    "precision_high",
    "recall_low",
    "recall_high",
    "f1_low",
    "f1_high"
  };

  private PerClassCsv() {}

  /** Writes a new file, model by model, with the classes' names in the order of their indices. */
  static void write(Path file, List<EvaluatedModel> models, List<String> names) throws IOException {
    try (CSVPrinter csv = Csv.create(file, HEADER)) {
      for (EvaluatedModel model : models) {
        ConfusionMatrix confusion = model.confusion();
        for (int c = 0; c < confusion.classes(); c++) {
          List<Object> row = new ArrayList<>(List.of(model.name(), c, names.get(c)));
          row.add(confusion.precision(c));
          row.add(confusion.recall(c));
          row.add(confusion.f1(c));
          row.add(confusion.support(c));
          row.addAll(Bounds.of(confusion.precisionInterval(c)));
          row.addAll(Bounds.of(confusion.recallInterval(c)));
          row.addAll(Bounds.of(confusion.f1Interval(c)));
          csv.printRecord(row);
        }
      }
    }
  }
}

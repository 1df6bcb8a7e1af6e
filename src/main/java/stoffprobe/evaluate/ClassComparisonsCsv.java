package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;
import stoffprobe.statistics.ClassComparison;
import stoffprobe.statistics.PairedComparison;

/** {@code class-comparisons.csv}: which of two models finds more of each class. */
final class ClassComparisonsCsv {

  private static final String[] HEADER = {
    "a",
    "b",
    "class_index",
    "class_name",
    "support",
    "only_a_correct",
    "only_b_correct",
    "recall_difference",
    "low",
    "high",
    "mcnemar_p",
    "mcnemar_p_holm",
    "better"
  };

  private ClassComparisonsCsv() {}

  /** Writes a new file, pair by pair, with the classes' names in the order of their indices. */
  static void write(Path file, List<EvaluatedPair> pairs, List<String> names) throws IOException {
    try (CSVPrinter csv = Csv.create(file, HEADER)) {
      for (EvaluatedPair pair : pairs) {
        for (ClassComparison comparison :
            ClassComparison.all(pair.a().predictions(), pair.b().predictions())) {
          csv.printRecord(row(pair, comparison, names.get(comparison.label())));
        }
      }
    }
  }

  private static List<Object> row(EvaluatedPair pair, ClassComparison comparison, String name) {
    List<Object> row = new ArrayList<>();
    row.addAll(List.of(pair.a().name(), pair.b().name(), comparison.label(), name));
    row.add(comparison.support());
    row.add(comparison.images().map(PairedComparison::onlyACorrect).orElse(0));
    row.add(comparison.images().map(PairedComparison::onlyBCorrect).orElse(0));
    row.add(comparison.images().<Object>map(PairedComparison::difference).orElse(""));
    row.addAll(Bounds.of(comparison.images().map(PairedComparison::interval)));
    row.add(comparison.mcNemarP());
    row.add(comparison.holmP());
    row.add(comparison.better().word());
    return row;
  }
}

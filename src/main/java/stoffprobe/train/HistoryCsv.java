package stoffprobe.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVPrinter;
import stoffprobe.data.Csv;

/**
 * {@code history.csv}: a row an epoch, numbers at full precision. The validation columns stay empty
 * unless a part of the training images is held out; the test columns then stay empty after epoch 0.
 */
final class HistoryCsv {

  private static final String[] COLUMNS = {
    "epoch",
    "train_loss",
    "test_loss",
    "test_macro_f1_batch_mean",
    "test_accuracy_batch_mean",
    "test_macro_f1",
    "test_accuracy",
    "train_seconds",
    "test_seconds",
    "validation_loss",
    "validation_macro_f1_batch_mean",
    "validation_accuracy_batch_mean",
    "validation_macro_f1",
    "validation_accuracy"
  };

  private HistoryCsv() {}

  /** Writes a new file. */
  static void write(Path file, List<Epoch> history) throws IOException {
    try (CSVPrinter csv = Csv.create(file, COLUMNS)) {
      for (Epoch epoch : history) {
        csv.printRecord(row(epoch));
      }
    }
  }

  private static List<String> row(Epoch epoch) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(epoch.epoch()));
    row.add(field(epoch.trainLoss()));
    addScores(row, epoch.test());
    row.add(Double.toString(epoch.trainSeconds()));
    row.add(Double.toString(epoch.testSeconds()));
    addScores(row, epoch.validation());
    return row;
  }

  private static void addScores(List<String> row, Optional<Scores> scores) {
    row.add(scores.map(s -> Double.toString(s.loss())).orElse(""));
    row.add(scores.map(s -> Double.toString(s.macroF1BatchMean())).orElse(""));
    row.add(scores.map(s -> Double.toString(s.accuracyBatchMean())).orElse(""));
    row.add(scores.map(s -> Double.toString(s.macroF1())).orElse(""));
    row.add(scores.map(s -> Double.toString(s.accuracy())).orElse(""));
  }

  private static String field(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}

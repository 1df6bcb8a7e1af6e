package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One row of {@code history.csv}.
 *
 * @param number 0 for the untrained model
 * @param trainLoss absent for the untrained model
 */
public record Epoch(
    int number,
    OptionalDouble trainLoss,
    double testLoss,
    double macroF1BatchMean,
    double accuracyBatchMean,
    double macroF1,
    double accuracy,
    OptionalDouble trainSeconds) {

  /** Reads the file, row 0 included. */
  public static List<Epoch> readAll(Path file) throws IOException {
    List<Epoch> epochs =
        CsvFile.read(
            file,
            row ->
                new Epoch(
                    row.index("epoch"),
                    row.optionalNumber("train_loss"),
                    row.number("test_loss"),
                    row.number("test_macro_f1_batch_mean"),
                    row.number("test_accuracy_batch_mean"),
                    row.number("test_macro_f1"),
                    row.number("test_accuracy"),
                    row.optionalNumber("train_seconds")));
    if (epochs.size() < 2) {
      throw JsonFile.broken(file, "it holds no epoch after the untrained model");
    }
    return epochs;
  }
}

package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import stoffprobe.data.BrokenFileException;

/**
 * One row of {@code history.csv}. The scores of a trained epoch are those of the validation set
 * where one was held out, else those of the test set; epoch 0 has the test set's.
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
    OptionalDouble trainSeconds,
    OptionalDouble testSeconds) {

  /** Reads the file, row 0 included. */
  public static List<Epoch> readAll(Path file) throws IOException {
    List<Epoch> epochs =
        CsvFile.read(file, row -> of(row, row.optionalNumber("validation_loss").isPresent()));
    if (epochs.size() < 2) {
      throw JsonFile.broken(file, "it holds no epoch after the untrained model");
    }
    return epochs;
  }

  private static Epoch of(CsvFile.Row row, boolean heldOut) throws BrokenFileException {
    int number = row.index("epoch");
    String split = heldOut && number > 0 ? "validation_" : "test_";
    return new Epoch(
        number,
        row.optionalNumber("train_loss"),
        row.number(split + "loss"),
        row.number(split + "macro_f1_batch_mean"),
        row.number(split + "accuracy_batch_mean"),
        row.number(split + "macro_f1"),
        row.number(split + "accuracy"),
        row.optionalNumber("train_seconds"),
        row.optionalNumber("test_seconds"));
  }
}

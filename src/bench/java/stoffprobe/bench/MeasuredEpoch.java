package stoffprobe.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How long an epoch took.
 *
 * @param trainSeconds shuffling, batching, forward, backward and update
 * @param testSeconds its scores on the test set
 */
record MeasuredEpoch(double trainSeconds, double testSeconds) {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** Reads the epochs of a {@code history.csv}; row 0, the untrained model, is none. */
  static List<MeasuredEpoch> read(Path history) throws IOException {
    List<MeasuredEpoch> epochs = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(history);
        CSVParser parser = FORMAT.parse(reader)) {
      for (CSVRecord row : parser) {
        if (!row.get("epoch").equals("0")) {
          epochs.add(
              new MeasuredEpoch(
                  Double.parseDouble(row.get("train_seconds")),
                  Double.parseDouble(row.get("test_seconds"))));
        }
      }
    }
    return List.copyOf(epochs);
  }

  double seconds() {
    return trainSeconds + testSeconds;
  }
}

package stoffprobe.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;
import stoffprobe.data.BrokenFileException;

/**
 * What the training left on record of a model.
 *
 * @param parameters how many values were trained
 * @param weightsSha256 of these values
 * @param untrainedAccuracy over the whole test set, before the first epoch
 */
record TrainedModel(long parameters, String weightsSha256, double untrainedAccuracy) {

  /**
   * Reads {@code training.json} and row 0 of {@code history.csv}.
   *
   * @param folder the training stage's folder
   * @throws BrokenFileException if something is missing there
   */
  static TrainedModel read(Path folder) throws IOException {
    Path file = folder.resolve("training.json");
    JsonNode training = parse(file);
    JsonNode parameters = training.path("parameters");
    JsonNode sha256 = training.path("weights_sha256");
    if (!parameters.isIntegralNumber()) {
      throw missing(file, "whole number \"parameters\"");
    }
    if (!sha256.isTextual()) {
      throw missing(file, "text \"weights_sha256\"");
    }
    return new TrainedModel(
        parameters.longValue(),
        sha256.textValue(),
        untrainedAccuracy(folder.resolve("history.csv")));
  }

  private static double untrainedAccuracy(Path file) throws IOException {
    CsvRows history = CsvRows.read(file, "epoch", "test_accuracy");
    for (CSVRecord row : history.rows()) {
      if (history.integer(row, "epoch") == 0) {
        return history.float64(row, "test_accuracy");
      }
    }
    throw missing(file, "row for epoch 0, the untrained model");
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      BrokenFileException broken = missing(file, "JSON");
      broken.initCause(e);
      throw broken;
    }
  }

  private static BrokenFileException missing(Path file, String what) {
    return new BrokenFileException(
        file + " holds no " + what + ". Run the stage that writes it again.");
  }
}

package stoffprobe.train;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.data.BrokenFileException;
import stoffprobe.model.Normalization;

/** Reads {@code normalization.json}. */
final class NormalizationJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NormalizationJson() {}

  static Normalization read(Path file) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new BrokenFileException(
          file + " is no JSON: " + e.getOriginalMessage() + ". Run preprocess again.");
    }
    return new Normalization(
        number(file, root, "scale"), number(file, root, "mean"), number(file, root, "std"));
  }

  private static double number(Path file, JsonNode root, String key) throws IOException {
    JsonNode value = root.path(key);
    if (!value.isNumber()) {
      throw new BrokenFileException(file + " has no number \"" + key + "\". Run preprocess again.");
    }
    return value.doubleValue();
  }
}

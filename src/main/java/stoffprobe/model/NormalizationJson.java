package stoffprobe.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import stoffprobe.data.BrokenFileException;

/** {@code normalization.json}, as the preprocessing leaves it. */
public final class NormalizationJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NormalizationJson() {}

  /**
   * Reads the file.
   *
   * @throws BrokenFileException if it is no JSON or lacks one of the three numbers
   */
  public static Normalization read(Path file) throws IOException {
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

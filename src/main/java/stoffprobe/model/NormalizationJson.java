package stoffprobe.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.PerChannel;
import stoffprobe.data.BrokenFileException;

/** {@code normalization.json}, as the preprocessing leaves it. */
public final class NormalizationJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NormalizationJson() {}

  /**
   * Reads the file.
   *
   * @throws BrokenFileException if it is no JSON or lacks one of the three: the scale a number,
   *     mean and deviation numbers or lists of them, one a channel
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
        number(file, root, "scale"), perChannel(file, root, "mean"), perChannel(file, root, "std"));
  }

  private static PerChannel perChannel(Path file, JsonNode root, String key) throws IOException {
    JsonNode value = root.path(key);
    if (!value.isArray() || value.isEmpty()) {
      return PerChannel.of(number(file, root, key));
    }
    List<Double> each = new ArrayList<>();
    for (JsonNode one : value) {
      if (!one.isNumber()) {
        throw new BrokenFileException(
            file + " has something else than numbers in \"" + key + "\". Run preprocess again.");
      }
      each.add(one.doubleValue());
    }
    return new PerChannel(each);
  }

  private static double number(Path file, JsonNode root, String key) throws IOException {
    JsonNode value = root.path(key);
    if (!value.isNumber()) {
      throw new BrokenFileException(file + " has no number \"" + key + "\". Run preprocess again.");
    }
    return value.doubleValue();
  }
}

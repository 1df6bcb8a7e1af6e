package stoffprobe.report.facts;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import stoffprobe.config.PerChannel;
import stoffprobe.data.BrokenFileException;

/** A JSON file, or an object within it, whose missing or mistyped values are named in full. */
final class JsonFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final String path;
  private final JsonNode node;

  private JsonFile(Path file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a file.
   *
   * @throws BrokenFileException if it holds no JSON object
   */
  static JsonFile read(Path file) throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw broken(file, "it is not JSON (" + e.getOriginalMessage() + ")");
    }
    if (!root.isObject()) {
      throw broken(file, "it does not hold a JSON object");
    }
    return new JsonFile(file, "", root);
  }

  /** The error of every file of another stage that can't be used. */
  static BrokenFileException broken(Path file, String what) {
    return new BrokenFileException(
        file + " can't be used: " + what + ". Run the stage that writes it again.");
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  String text(String key) throws BrokenFileException {
    JsonNode value = child(key);
    if (value.isContainerNode()) {
      throw broken(file, at(key) + " is not a plain value");
    }
    return value.asText();
  }

  /** The text under {@code key}, or {@code otherwise} where the file does not have it. */
  String text(String key, String otherwise) throws BrokenFileException {
    return has(key) ? text(key) : otherwise;
  }

  double number(String key) throws BrokenFileException {
    return number(key, child(key));
  }

  long whole(String key) throws BrokenFileException {
    JsonNode value = child(key);
    if (!value.canConvertToExactIntegral()) {
      throw broken(file, at(key) + " is not a whole number");
    }
    return value.longValue();
  }

  /** The list of numbers under {@code key}, which must have {@code size} of them. */
  List<Double> numbers(String key, int size) throws BrokenFileException {
    JsonNode list = child(key);
    if (!list.isArray() || list.size() != size) {
      throw broken(file, at(key) + " is not a list of " + size + " numbers");
    }
    Double[] numbers = new Double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = number(key + "[" + i + "]", list.get(i));
    }
    return List.of(numbers);
  }

  /** A number for all channels of an image, or a list of one each. */
  PerChannel perChannel(String key) throws BrokenFileException {
    JsonNode value = child(key);
    return value.isArray() && !value.isEmpty()
        ? new PerChannel(numbers(key, value.size()))
        : PerChannel.of(number(key, value));
  }

  JsonFile object(String key) throws BrokenFileException {
    JsonNode value = child(key);
    if (!value.isObject()) {
      throw broken(file, at(key) + " is not an object");
    }
    return new JsonFile(file, at(key), value);
  }

  /** The objects of the list under {@code key}. */
  List<JsonFile> objects(String key) throws BrokenFileException {
    JsonNode list = child(key);
    if (!list.isArray()) {
      throw broken(file, at(key) + " is not a list");
    }
    return IntStream.range(0, list.size())
        .mapToObj(i -> new JsonFile(file, at(key) + "[" + i + "]", list.get(i)))
        .toList();
  }

  /** The keys of this object, in the order of the file. */
  List<String> keys() {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** All plain values below this object by their last key; of equal keys the first one wins. */
  Map<String, String> leaves() {
    Map<String, String> leaves = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isObject()) {
                new JsonFile(file, at(entry.getKey()), entry.getValue())
                    .leaves()
                    .forEach(leaves::putIfAbsent);
              } else {
                JsonNode value = entry.getValue();
                leaves.putIfAbsent(
                    entry.getKey(), value.isArray() ? value.toString() : value.asText());
              }
            });
    return leaves;
  }

  private double number(String key, JsonNode value) throws BrokenFileException {
    if (!value.isNumber()) {
      throw broken(file, at(key) + " is not a number");
    }
    return value.doubleValue();
  }

  private JsonNode child(String key) throws BrokenFileException {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      throw broken(file, at(key) + " is missing");
    }
    return value;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}

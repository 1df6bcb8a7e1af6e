package stoffprobe.predict;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import stoffprobe.config.ClassNames;
import stoffprobe.config.Invert;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Npy;
import stoffprobe.data.Sha256;

/**
 * A trained and evaluated model as the pipeline leaves it in {@code 5-evaluate/models/<model>}: a
 * folder that can be carried away. It holds the network ({@code saved_model}), what is needed to
 * use it ({@code model.json}), thumbnails to compare with ({@code references.npy}) and a model card
 * for people ({@code MODEL.md}, in German {@code MODEL.de.md}).
 *
 * @param path the folder
 * @param model the model's name
 * @param title of the data set that it was trained on
 * @param classes the classes' names in both languages
 * @param weightsSha256 of the trained values, as in {@code metrics.json}
 * @param invert which pictures are turned into their negatives, as those of the training were
 * @param limit the distance that counts as 1, see {@link Familiarity}
 */
public record ModelFolder(
    Path path,
    String model,
    String title,
    ClassNames classes,
    String weightsSha256,
    Invert invert,
    double limit) {

  /** What a program needs to know. */
  public static final String DESCRIPTION = "model.json";

  /** The network. */
  public static final String SAVED_MODEL = "saved_model";

  /** Thumbnails of training images. */
  public static final String REFERENCES = "references.npy";

  public static final String SCHEMA = "stoffprobe-model/1";

  /** Whether a folder has the file that makes it a model folder. */
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION));
  }

  /**
   * Reads a model's description and checks all its files against the hashes that it states.
   *
   * @throws BrokenFileException if the description can't be understood, or a file is missing or not
   *     the one that was written
   */
  public static ModelFolder read(Path folder) throws IOException {
    Path file = folder.resolve(DESCRIPTION);
    JsonNode root = parse(file);
    if (!root.path("schema").asText().equals(SCHEMA)) {
      throw broken(file, "it is no " + SCHEMA + " but '" + root.path("schema").asText() + "'");
    }
    checkFiles(folder, file, root.path("files"));
    List<String> de = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (JsonNode name : root.path("classes")) {
      de.add(text(file, name, "de"));
      en.add(text(file, name, "en"));
    }
    JsonNode limit = root.path("familiarity").path("limit");
    if (!limit.isNumber() || limit.doubleValue() <= 0) {
      throw broken(file, "it has no number above 0 as familiarity.limit");
    }
    return new ModelFolder(
        folder,
        text(file, root, "model"),
        text(file, root, "title"),
        new ClassNames(de, en),
        text(file, root, "weights_sha256"),
        invert(file, root.path("input")),
        limit.doubleValue());
  }

  /** Where the network is. */
  public Path savedModel() {
    return path.resolve(SAVED_MODEL);
  }

  /**
   * What the model's images are compared with.
   *
   * @param channels of the images that the network takes
   */
  Familiarity familiarity(int channels) throws IOException {
    Path file = path.resolve(REFERENCES);
    try {
      Familiarity familiarity = new Familiarity(Npy.readImages(file), limit);
      if (familiarity.channels() == channels) {
        return familiarity;
      }
    } catch (IllegalArgumentException e) {
      throw new BrokenFileException(file + " holds no thumbnails of 7 x 7: " + e.getMessage(), e);
    }
    throw new BrokenFileException(
        file + " and the network differ in whether they see colour. Copy the folder again.");
  }

  private static void checkFiles(Path folder, Path file, JsonNode files) throws IOException {
    if (!files.has(REFERENCES)) {
      throw broken(file, "it does not list " + REFERENCES + " among its files");
    }
    for (Map.Entry<String, JsonNode> listed : files.properties()) {
      Path path = inside(folder, file, listed.getKey());
      if (!Files.isRegularFile(path)) {
        throw new BrokenFileException(
            path + " is missing. Copy the model's folder again, with all that is in it.");
      }
      byte[] digest = Sha256.start().digest(Files.readAllBytes(path));
      if (!HexFormat.of().formatHex(digest).equals(listed.getValue().asText())) {
        throw new BrokenFileException(
            path + " is not the file that " + DESCRIPTION + " tells of. Copy the folder again.");
      }
    }
  }

  private static Path inside(Path folder, Path file, String name) throws BrokenFileException {
    try {
      Path root = folder.toAbsolutePath().normalize();
      Path path = root.resolve(name).normalize();
      if (path.startsWith(root)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new BrokenFileException(file + " names a file that can't be: '" + name + "'.", e);
    }
    throw broken(file, "it names a file outside its folder: '" + name + "'");
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      throw new BrokenFileException(
          file + " is no JSON: " + e.getOriginalMessage() + ". Copy the model's folder again.", e);
    }
  }

  private static String text(Path file, JsonNode node, String key) throws IOException {
    if (!node.path(key).isTextual()) {
      throw broken(file, "it has no text \"" + key + "\"");
    }
    return node.path(key).textValue();
  }

  private static Invert invert(Path file, JsonNode input) throws IOException {
    String word = text(file, input, "invert");
    for (Invert invert : Invert.values()) {
      if (invert.word().equals(word)) {
        return invert;
      }
    }
    throw broken(file, "input.invert is '" + word + "', not auto, never or always");
  }

  private static BrokenFileException broken(Path file, String what) {
    return new BrokenFileException(
        file + " does not describe a model: " + what + ". Copy the folder again.");
  }
}

package stoffprobe.torture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tensorflow.proto.SavedModel;
import stoffprobe.train.EventFile;

/**
 * What a run has to come to, however it was disturbed: every file, and of those that tell times all
 * but the times.
 *
 * @param files what has to be equal, by path
 */
record Outcome(Map<String, String> files) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SECONDS =
      List.of("seconds", "train_seconds", "examples_per_second");

  /** What shows times and dates all over: that it is there has to be enough. */
  private static final String TIMES =
      ".*/(manifest\\.json|timing\\.json|report\\.html|figures/(times|verdict)-.*)";

  /**
   * Reads results.
   *
   * @param root {@code output/<pipeline>}
   */
  static Outcome of(Path root, List<String> folders) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String folder : folders) {
      for (Path file : files(root.resolve(folder))) {
        String path = root.relativize(file).toString();
        files.put(path, path.matches(TIMES) ? "there" : content(file));
      }
    }
    return new Outcome(files);
  }

  /** The paths of what is not equal. */
  static Set<String> differences(Outcome a, Outcome b) {
    Set<String> paths = new TreeSet<>(a.files().keySet());
    paths.addAll(b.files().keySet());
    paths.removeIf(path -> Objects.equals(a.files().get(path), b.files().get(path)));
    return paths;
  }

  /** All regular files below a folder, sorted. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String content(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.equals("history.csv")) {
      return history(file);
    }
    if (name.equals("training.json")) {
      ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
      return json.remove(SECONDS).toString();
    }
    if (name.equals("saved_model.pb")) {
      return graph(file);
    }
    if (name.startsWith("events.")) {
      return sha256(EventFile.withoutSeconds(file).toString().getBytes(StandardCharsets.UTF_8));
    }
    return sha256(Files.readAllBytes(file));
  }

  /** TensorFlow writes the entries of a map in any order. */
  private static String graph(Path file) throws IOException {
    SavedModel model = SavedModel.parseFrom(Files.readAllBytes(file));
    ByteArrayOutputStream sorted = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(sorted);
    out.useDeterministicSerialization();
    model.writeTo(out);
    out.flush();
    return sha256(sorted.toByteArray());
  }

  private static String history(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> columns = Arrays.asList(lines.get(0).split(",", -1));
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.split(",", -1);
      fields[columns.indexOf("train_seconds")] = "";
      fields[columns.indexOf("test_seconds")] = "";
      rows.add(String.join(",", fields));
    }
    return String.join("\n", rows);
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

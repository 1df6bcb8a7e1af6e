package stoffprobe.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A model with the values that a sweep gives to some keys. */
public final class SweepVariant {

  private static final int HASH = 8;

  private final String model;
  private final Map<String, String> values;
  private final Node pipeline;

  /**
   * @param pipeline the pipeline file with this model alone and these values
   */
  SweepVariant(String model, Map<String, String> values, Node pipeline) {
    this.model = model;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.pipeline = pipeline;
  }

  /** The model's name. */
  public String model() {
    return model;
  }

  /**
   * By key as the sweep's file has it ({@code training.batch}), as YAML writes them in one line;
   * empty if the model is trained as the pipeline file says.
   */
  public Map<String, String> values() {
    return values;
  }

  /**
   * Names it among all: {@code cnn}, {@code cnn-3f2a91c0}. It stays when others come or go, or
   * change places.
   */
  public String id() {
    return values.isEmpty() ? model : model + "-" + hash();
  }

  /** The pipeline file with this model alone and these values. */
  Node pipeline() {
    return pipeline;
  }

  /** The pipeline file of a run as YAML. */
  String yaml(String name, long seed) {
    Node.Mapping root = (Node.Mapping) pipeline;
    return YamlText.of(
        root.with("pipeline", entry(name, true)).with("seed", entry(Long.toString(seed), false)));
  }

  private Node.Entry entry(String text, boolean word) {
    return new Node.Entry(pipeline.place(), new Node.Scalar(pipeline.place(), text, word));
  }

  private String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(new TreeMap<>(values).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

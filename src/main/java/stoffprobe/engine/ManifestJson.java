package stoffprobe.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The form of {@code manifest.json}. Unknown keys are left alone, so that later ones may come. */
final class ManifestJson {

  private static final String SCHEMA = "stoffprobe-manifest/1";

  /** A manifest has about a hundred bytes a file; what is larger than this was not written here. */
  private static final int LARGEST = 64 << 20;

  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

  private ManifestJson() {}

  static String text(Manifest manifest) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("stage", manifest.stage());
    json.put("fingerprint", manifest.fingerprint());
    json.put("inputs", manifest.inputs());
    json.put("parameters", manifest.parameters());
    json.put("code", manifest.code());
    Map<String, String> environment = new LinkedHashMap<>(manifest.environment().noted());
    environment.putAll(manifest.environment().decisive());
    json.put("environment", environment);
    json.put("notes", notes(manifest.environment()));
    json.put("outputs", manifest.outputs());
    json.put("started", manifest.started().toString());
    json.put("seconds", manifest.seconds());
    if (!manifest.accepted().isEmpty()) {
      json.put("accepted", manifest.accepted().stream().map(ManifestJson::acceptance).toList());
    }
    try {
      return Json.PRETTY.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is strings, numbers, lists and maps", e);
    }
  }

  static Manifest read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(LARGEST);
    }
    try {
      return manifest(Json.MAPPER.readTree(bytes));
    } catch (JsonProcessingException e) {
      throw new UnreadableManifestException(file, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableManifestException(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static Manifest manifest(JsonNode json) {
    if (!text(json, "schema").equals(SCHEMA)) {
      throw new IllegalArgumentException("the schema is not " + SCHEMA);
    }
    return new Manifest(
        text(json, "stage"),
        text(json, "fingerprint"),
        texts(json, "inputs"),
        Json.MAPPER.convertValue(object(json, "parameters"), MAP),
        texts(json, "code"),
        environment(json),
        outputs(json),
        Instant.parse(text(json, "started")),
        seconds(json),
        accepted(json));
  }

  private static Environment environment(JsonNode json) {
    Map<String, String> decisive = new LinkedHashMap<>(texts(json, "environment"));
    Map<String, String> noted = new LinkedHashMap<>();
    for (JsonNode name : array(json, "notes")) {
      String value = decisive.remove(name.asText());
      if (value != null) {
        noted.put(name.asText(), value);
      }
    }
    return new Environment(decisive, noted);
  }

  private static List<String> notes(Environment environment) {
    return environment.noted().keySet().stream()
        .filter(name -> !environment.decisive().containsKey(name))
        .toList();
  }

  private static List<OutputFile> outputs(JsonNode json) {
    List<OutputFile> outputs = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (JsonNode output : array(json, "outputs")) {
      String path = text(output, "path");
      JsonNode bytes = output.path("bytes");
      if (!bytes.canConvertToLong() || !bytes.isIntegralNumber() || !paths.add(path)) {
        throw new IllegalArgumentException("the size of " + path + " is wrong, or it stands twice");
      }
      outputs.add(new OutputFile(path, bytes.longValue(), text(output, "sha256")));
    }
    return outputs;
  }

  private static List<Acceptance> accepted(JsonNode json) {
    List<Acceptance> accepted = new ArrayList<>();
    for (JsonNode one : json.has("accepted") ? array(json, "accepted") : Json.MAPPER.nullNode()) {
      List<String> changes = new ArrayList<>();
      array(one, "changes").forEach(change -> changes.add(change.asText()));
      accepted.add(new Acceptance(Instant.parse(text(one, "at")), changes));
    }
    return accepted;
  }

  private static Map<String, Object> acceptance(Acceptance acceptance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", acceptance.at().toString());
    json.put("changes", acceptance.changes());
    return json;
  }

  private static double seconds(JsonNode json) {
    JsonNode seconds = json.path("seconds");
    if (!seconds.isNumber() || !(seconds.doubleValue() >= 0)) {
      throw new IllegalArgumentException("seconds is no duration");
    }
    return seconds.doubleValue();
  }

  private static String text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(key + " is missing or no text");
    }
    return value.textValue();
  }

  private static Map<String, String> texts(JsonNode json, String key) {
    JsonNode node = object(json, key);
    Map<String, String> texts = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(name -> texts.put(name, text(node, name)));
    return texts;
  }

  private static JsonNode object(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (!value.isObject()) {
      throw new IllegalArgumentException(key + " is missing or no object");
    }
    return value;
  }

  private static JsonNode array(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (!value.isArray()) {
      throw new IllegalArgumentException(key + " is missing or no list");
    }
    return value;
  }
}

package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of the file that other programs rely on, and what is done about every broken one. */
class ManifestTest {

  private static final String HASH = "0".repeat(64);

  private static final Manifest EXAMPLE =
      new Manifest(
          "train-mlp",
          "f".repeat(64),
          Map.of("1-ingest/train-images.npy", HASH),
          Map.of("training.epochs", 10.0, "layers", List.of("größe", Map.of("dense", 256), true)),
          Map.of("stoffprobe.train", HASH),
          new Environment(Map.of("tensorflow", "2.18.0"), Map.of("threads", "2")),
          List.of(new OutputFile("saved_model/saved_model.pb", 12, HASH)),
          Instant.parse("2026-01-02T03:04:05.678Z"),
          1234.567,
          List.of());

  @TempDir Path folder;

  private Path file(byte[] content) throws Exception {
    return Files.write(folder.resolve("manifest.json"), content);
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    assertThat(Manifest.read(file(EXAMPLE.bytes()))).isEqualTo(EXAMPLE);
  }

  @Test
  void theKeysAreThoseOfTheContract() throws Exception {
    JsonNode json = Json.MAPPER.readTree(EXAMPLE.bytes());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "schema",
            "stage",
            "fingerprint",
            "inputs",
            "parameters",
            "code",
            "environment",
            "notes",
            "outputs",
            "started",
            "seconds");
    assertThat(json.at("/schema").asText()).isEqualTo("stoffprobe-manifest/1");
    assertThat(json.at("/environment"))
        .hasToString("{\"threads\":\"2\",\"tensorflow\":\"2.18.0\"}");
    assertThat(json.at("/notes")).hasToString("[\"threads\"]");
    assertThat(json.at("/parameters/training.epochs")).hasToString("10");
    assertThat(json.at("/outputs/0").fieldNames())
        .toIterable()
        .containsExactly("path", "bytes", "sha256");
    String text = new String(EXAMPLE.bytes(), StandardCharsets.UTF_8);
    assertThat(text).endsWith("}\n").contains("größe").doesNotContain("\r");
  }

  @Test
  void aManifestCutAnywhereIsUnreadable() throws Exception {
    byte[] whole = EXAMPLE.bytes();
    for (int length = 0; length < whole.length - 2; length++) { // the last two are "}\n"
      Path cut = file(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Manifest.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(UnreadableManifestException.class)
          .hasMessageStartingWith(cut + " is no manifest: ");
    }
  }

  @Test
  void aManifestWithAnyByteFlippedNeverEndsInAnotherException() throws Exception {
    byte[] bytes = EXAMPLE.bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x10;
      Path file = file(flipped);
      try {
        assertThat(Manifest.read(file)).isNotEqualTo(EXAMPLE);
      } catch (UnreadableManifestException e) {
        assertThat(e.getMessage()).contains("is no manifest");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../outside",
        "a/../../outside",
        "a//b",
        "./a",
        "",
        "a/",
        "C:/x",
        "manifest.json",
        "a\\u0000b"
      })
  void aPathThatLeadsOutOfTheFolderIsRefused(String path) throws Exception {
    String json =
        new String(EXAMPLE.bytes(), StandardCharsets.UTF_8)
            .replace("saved_model/saved_model.pb", path);
    Path file = file(json.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Manifest.read(file)).isInstanceOf(UnreadableManifestException.class);
  }

  @Test
  void anUnknownKeyIsLeftAloneForLaterVersions() throws Exception {
    String json =
        new String(EXAMPLE.bytes(), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"later\":[1],");
    assertThat(Manifest.read(file(json.getBytes(StandardCharsets.UTF_8)))).isEqualTo(EXAMPLE);
  }

  @Test
  void aMissingFileIsNotABrokenOne() {
    assertThatThrownBy(() -> Manifest.read(folder.resolve("none/manifest.json")))
        .isInstanceOf(NoSuchFileException.class);
  }
}

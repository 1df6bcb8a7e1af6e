package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.PipelineReader;
import stoffprobe.engine.Stage;

/** A pipeline file is a set of keys: another order, notation or comment is no other pipeline. */
final class KeyOrderTest {

  private static final Path SMOKE = Path.of("pipelines", "smoke.yaml");

  @TempDir private Path folder;

  @Test
  void sortedKeysInAnotherNotationChangeNothingThatAStageDependsOn() throws Exception {
    Map<String, Stage> written = stages(SMOKE);
    Map<String, Stage> sorted = stages(sorted());

    assertThat(sorted.keySet()).containsExactlyInAnyOrderElementsOf(written.keySet());
    written.forEach(
        (name, stage) ->
            assertThat(sorted.get(name).parameters()).as(name).isEqualTo(stage.parameters()));
    assertThat(sorted.get("evaluate").inputs())
        .containsExactlyInAnyOrderElementsOf(written.get("evaluate").inputs());
    assertThat(sorted.get("report").inputs())
        .containsExactlyInAnyOrderElementsOf(written.get("report").inputs());
  }

  private static Map<String, Stage> stages(Path file) throws Exception {
    return Pipeline.stages(PipelineReader.read(file, List.of()), Optional.empty()).stream()
        .collect(Collectors.toMap(Stage::name, Function.identity()));
  }

  /** The same file as JSON, which is YAML too, the keys of each section by name. */
  private Path sorted() throws IOException {
    Map<?, ?> content = new YAMLMapper().readValue(SMOKE.toFile(), Map.class);
    String json =
        new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writeValueAsString(content);
    assertThat(json.indexOf("\"cnn\"")).isLessThan(json.indexOf("\"mlp\""));
    return Files.writeString(folder.resolve("sorted.yaml"), json);
  }
}

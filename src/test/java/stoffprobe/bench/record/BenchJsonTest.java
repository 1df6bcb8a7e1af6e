package stoffprobe.bench.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchJsonTest {

  @TempDir private Path folder;

  @Test
  void everyKeyOfTheDocumentationIsThere() throws Exception {
    JsonNode json = written();

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "schema",
            "trusted",
            "verdict",
            "started",
            "seconds",
            "commit",
            "settings",
            "machine",
            "versions",
            "figures",
            "limits",
            "load",
            "notes");
    assertThat(json.at("/schema").textValue()).isEqualTo("stoffprobe-bench/1");
    assertThat(json.at("/trusted").booleanValue()).isTrue();
    assertThat(json.at("/started").textValue()).isEqualTo("2026-03-04T05:06:07Z");
    assertThat(json.at("/machine/processor").textValue()).isEqualTo("Abacus");
    assertThat(json.at("/load/0/other_programs_percent").doubleValue()).isEqualTo(0.25);
  }

  @Test
  void aFigureHasItsMediansValuesAndRatios() throws Exception {
    JsonNode epoch = written().at("/figures/mlp.epoch");

    assertThat(epoch.at("/unit").textValue()).isEqualTo("s");
    assertThat(epoch.at("/better").textValue()).isEqualTo("less");
    assertThat(epoch.at("/ours/median").doubleValue()).isEqualTo(0.45);
    assertThat(epoch.at("/ours/values").toString()).isEqualTo("[0.5,0.4,0.45]");
    assertThat(epoch.at("/peer/max").doubleValue()).isEqualTo(1.5);
    assertThat(epoch.at("/ratio_to_peer/median").doubleValue()).isEqualTo(3, within(1e-9));
    assertThat(epoch.at("/ratio_to_notebook/median").doubleValue()).isEqualTo(12, within(1e-9));
    assertThat(written().at("/figures/mlp.throughput/peer").isMissingNode()).isTrue();
  }

  @Test
  void theLimitsShareIsThatOfTheMedianEpoch() throws Exception {
    JsonNode limit = written().at("/limits/mlp");

    assertThat(limit.at("/seconds").doubleValue()).isEqualTo(0.3, within(1e-9));
    assertThat(limit.at("/ours_percent").doubleValue()).isEqualTo(100 * 0.3 / 0.45, within(1e-9));
    assertThat(limit.at("/peer_percent").doubleValue()).isEqualTo(100 * 0.3 / 1.35, within(1e-9));
  }

  @Test
  void anOlderRecordIsReplacedAndNothingElseIsLeft() throws Exception {
    written();
    written();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("bench.json"));
    }
  }

  private JsonNode written() throws Exception {
    Path file = folder.resolve("bench.json");
    BenchJson.write(file, RecordFixture.bench(true));
    return new ObjectMapper().readTree(Files.readString(file));
  }
}

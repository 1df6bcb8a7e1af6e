package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line a run, whatever happened to the line before. */
class JournalTest {

  @TempDir Path folder;

  @Test
  void aRunSaysWhenWhatWhyHowLongAndHowItEnded() throws Exception {
    ToyPipeline toy = new ToyPipeline(folder);
    toy.run();
    toy.upper = toy.upper.parameter("times", 2);
    toy.force("upper");
    List<String> lines = toy.read("runs.jsonl").lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode line = Json.MAPPER.readTree(lines.get(1));
    assertThat(line.at("/command").asText()).isEqualTo("run");
    assertThat(line.at("/started").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(line.at("/seconds").isNumber()).isTrue();
    assertThat(line.at("/force").booleanValue()).isTrue();
    assertThat(line.at("/requested/0").asText()).isEqualTo("upper");
    assertThat(line.at("/result").asText()).isEqualTo("done");
    ObjectNode stage = (ObjectNode) line.at("/stages/1");
    assertThat(stage.remove("seconds").isNumber()).isTrue();
    stage.remove("peak_memory_bytes"); // where the system tells, see PeakMemoryTest
    assertThat(stage)
        .hasToString(
            "{\"stage\":\"upper\",\"result\":\"ran\",\"reasons\":[\"times: 1 -> 2\",\"forced\"]}");
    assertThat(line.at("/stages/0").has("peak_memory_bytes")).as("up to date").isFalse();
  }

  @Test
  void aTornLastLineIsEndedFirst() throws Exception {
    ToyPipeline toy = new ToyPipeline(folder);
    Files.writeString(folder.resolve("runs.jsonl"), "{\"command\":\"ru");
    toy.run();
    List<String> lines = toy.read("runs.jsonl").lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).isEqualTo("{\"command\":\"ru");
    assertThat(Json.MAPPER.readTree(lines.get(1)).at("/result").asText()).isEqualTo("done");
  }

  @Test
  void aLinkIsNotFollowedOutOfTheFolder() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside"), "mine\n");
    ToyPipeline toy = new ToyPipeline(folder.resolve("toy"));
    Files.createDirectory(toy.root);
    Files.createSymbolicLink(toy.root.resolve("runs.jsonl"), outside);
    assertThatThrownBy(toy::run).hasMessageStartingWith("A symbolic link stands where");
    assertThat(outside).hasContent("mine\n");
  }

  @Test
  void whatItHoldsCanBeReadBackWithTornLinesAmongIt() throws Exception {
    Path file = folder.resolve("own.jsonl");
    assertThat(new Journal(file).lines()).isEmpty();
    new Journal(file).append("{\"n\":1}");
    Files.writeString(file, "{\"n\":", StandardOpenOption.APPEND);
    new Journal(file).append("{\"n\":3}");
    assertThat(new Journal(file).lines()).containsExactly("{\"n\":1}", "{\"n\":", "{\"n\":3}");
  }
}

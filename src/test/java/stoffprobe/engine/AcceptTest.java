package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output can outlive a change of code or environment, but not of what it was made from. */
class AcceptTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;
  private ToyPipeline toy;

  @BeforeEach
  void runOnce() throws Exception {
    toy = new ToyPipeline(folder);
    toy.upper = toy.upper.code("weave", "1").decisive("tensorflow", "2.18.0");
    toy.run();
    toy.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Test
  void changedCodeAndEnvironmentAreAcceptedAndLeaveATrace() throws Exception {
    toy.upper = toy.upper.code("weave", "2").decisive("tensorflow", "2.19.0");
    assertThat(toy.engine().accept("upper"))
        .containsExactly("code weave: 1 -> 2", "TensorFlow 2.18.0 -> 2.19.0");
    assertThat(toy.engine().status()).allMatch(StageStatus::upToDate);
    assertThat(toy.engine().verify()).isEmpty();
    Manifest manifest = Manifest.read(folder.resolve("2-upper/manifest.json"));
    assertThat(manifest.accepted())
        .singleElement()
        .satisfies(
            trace -> {
              assertThat(trace.at()).isEqualTo(NOW);
              assertThat(trace.changes()).contains("code weave: 1 -> 2");
            });
    assertThat(toy.read("runs.jsonl").lines().toList().get(1))
        .contains("\"accept\"", "\"upper\"", "code weave: 1 -> 2");
    assertThat(toy.run()).isEmpty();
  }

  @Test
  void aSecondAcceptanceKeepsTheFirst() throws Exception {
    toy.upper = toy.upper.code("weave", "2");
    toy.engine().accept("upper");
    toy.upper = toy.upper.code("weave", "3");
    toy.engine().accept("upper");
    assertThat(Manifest.read(folder.resolve("2-upper/manifest.json")).accepted()).hasSize(2);
  }

  @Test
  void whatIsUpToDateIsLeftAsItIs() throws Exception {
    String manifest = toy.read("2-upper/manifest.json");
    assertThat(toy.engine().accept("upper")).isEmpty();
    assertThat(toy.read("2-upper/manifest.json")).isEqualTo(manifest);
  }

  @Test
  void changedParametersOutputsOrInputsAreRefused() throws Exception {
    toy.upper = toy.upper.code("weave", "2").parameter("times", 2);
    refused("code weave: 1 -> 2", "times: 1 -> 2");
    toy.upper = toy.upper.parameter("times", 1);
    toy.write("2-upper/times.txt", "7");
    refused("2-upper/times.txt changed");
    toy.write("2-upper/times.txt", "1");
    toy.write("1-copy/text.txt", "kette");
    refused("waits for copy");
    toy.text = "kette";
    toy.run("copy");
    refused("1-copy/text.txt changed");
    assertThat(Manifest.read(folder.resolve("2-upper/manifest.json")).accepted()).isEmpty();
  }

  @Test
  void whatNeverRanIsRefused() throws Exception {
    FileTree.delete(folder.resolve("2-upper"), new DiskOperations());
    refused("never run");
  }

  private void refused(String... reasons) {
    assertThatThrownBy(() -> toy.engine().accept("upper"))
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith("upper can't be accepted, because more than code or environment")
        .hasMessageContainingAll(reasons)
        .hasMessageEndingWith("Run it again.");
  }
}

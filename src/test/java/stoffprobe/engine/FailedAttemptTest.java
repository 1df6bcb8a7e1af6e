package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failed stage leaves its last result, a log, and one plain message. */
class FailedAttemptTest {

  @TempDir Path folder;
  private ToyPipeline toy;

  @BeforeEach
  void setUp() throws Exception {
    toy = new ToyPipeline(folder);
    toy.clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    toy.run();
    toy.upper = toy.upper.parameter("times", 2);
  }

  private Path kept(String suffix) {
    return toy.root.resolve(".failed/2-upper-20260102T030405Z" + suffix);
  }

  private void runFails() {
    assertThatThrownBy(toy::run).isInstanceOf(StageException.class);
  }

  private void upperFailsWith(Exception failure) {
    toy.upper =
        toy.upper.working(
            workspace -> {
              Files.writeString(workspace.output("half.txt"), "half");
              LogManager.getLogger("toy").error("weaving\nhard");
              if (failure instanceof IOException e) {
                throw e;
              } else if (failure instanceof StageException e) {
                throw e;
              }
              throw (RuntimeException) failure;
            });
  }

  @Test
  void theLastResultStaysAndTheAttemptIsKeptWithItsLog() throws Exception {
    upperFailsWith(new StageException("The yarn broke at row 3. Use a stronger one."));
    assertThatThrownBy(toy::run)
        .isInstanceOf(StageException.class)
        .hasMessage("upper failed: The yarn broke at row 3. Use a stronger one.");
    assertThat(toy.read("2-upper/times.txt")).isEqualTo("1");
    assertThat(toy.engine().verify()).isEmpty();
    assertThat(kept("/half.txt")).hasContent("half");
    assertThat(Files.readString(kept("/log.txt")))
        .contains("ERROR toy: weaving\nhard\n")
        .contains("upper failed: The yarn broke at row 3.")
        .contains("\tat stoffprobe.engine.FailedAttemptTest")
        .doesNotContain("\r");
    assertThat(FileTree.children(toy.root.resolve(".staging"))).isEmpty();
  }

  @Test
  void theRunStopsAndTheJournalSaysWhy() throws Exception {
    upperFailsWith(new StageException("The yarn broke."));
    runFails();
    List<String> lines = toy.read("runs.jsonl").lines().toList();
    JsonNode line = Json.MAPPER.readTree(lines.get(1));
    assertThat(line.at("/result").asText()).isEqualTo("failed");
    assertThat(line.at("/error").asText()).isEqualTo("upper failed: The yarn broke.");
    assertThat(line.at("/stages").size()).isEqualTo(2);
    assertThat(line.at("/stages/0/result").asText()).isEqualTo("up to date");
    assertThat(line.at("/stages/1/result").asText()).isEqualTo("failed");
    assertThat(line.at("/stages/1/reasons/0").asText()).isEqualTo("times: 1 -> 2");
  }

  @Test
  void aFailureOfTheDiskIsPutIntoPlainWords() {
    upperFailsWith(new NoSuchFileException("data/yarn.txt"));
    assertThatThrownBy(toy::run).hasMessage("upper failed: data/yarn.txt is missing.");
  }

  @Test
  void aBugIsCalledOneAndPointsToTheLog() {
    upperFailsWith(new IllegalStateException("no thread"));
    assertThatThrownBy(toy::run)
        .isInstanceOf(StageException.class)
        .hasMessage(
            "upper failed: internal error, IllegalStateException: no thread."
                + " This is a bug of the program; the log is %s.",
            kept("/log.txt"));
  }

  @Test
  void aStageThatWritesALinkIsABug() {
    toy.upper = toy.upper.working(w -> Files.createSymbolicLink(w.output("link"), Path.of("gone")));
    assertThatThrownBy(toy::run)
        .hasMessageContaining("internal error")
        .hasMessageContaining("link");
  }

  @Test
  void theLastThreeAttemptsAreKeptEvenIfTheClockWasSetBack() throws Exception {
    upperFailsWith(new StageException("The yarn broke."));
    for (int i = 0; i < 4; i++) {
      runFails();
    }
    assertThat(FileTree.children(toy.root.resolve(".failed"))).hasSize(3);
    toy.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    runFails();
    assertThat(FileTree.children(toy.root.resolve(".failed")))
        .hasSize(3)
        .contains(toy.root.resolve(".failed/2-upper-19700101T000000Z"));
  }

  @Test
  void aDiskThatIsTooFullForTheLogDoesNotHideTheCause() {
    upperFailsWith(new StageException("The yarn broke."));
    for (int step = 1; step < 12; step++) {
      FaultyOperations files = new FaultyOperations(step, FaultyOperations.Fault.DISK_FULL);
      Throwable failure = catchThrowable(() -> toy.engine(files).run(RunRequest.all()));
      assertThat(failure.getMessage())
          .as("full from step %d on", step)
          .matches(m -> m.contains("The yarn broke.") || m.contains("is full; free space"));
    }
  }

  @Test
  void aLaterRunSucceeds() throws Exception {
    ToyStage honest = toy.upper;
    upperFailsWith(new StageException("The yarn broke."));
    runFails();
    toy.upper = honest;
    assertThat(toy.run()).containsExactly("upper", "count");
    assertThat(toy.read("3-count/count.txt")).isEqualTo("10");
  }
}

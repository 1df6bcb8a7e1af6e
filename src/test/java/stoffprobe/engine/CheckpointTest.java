package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unfinished work may only be continued by a stage that would have done the same work. */
final class CheckpointTest {

  @TempDir private Path root;
  private final List<String> loaded = new ArrayList<>();
  private boolean fails;
  private ToyStage stage;

  @BeforeEach
  void aStageThatSavesAndThenFailsIfItIsTold() {
    stage = ToyStage.of("work", "1-work", List.of(), this::work).parameter("seed", 42);
    fails = true;
  }

  @Test
  void theNextAttemptGetsWhatTheFailedOneSaved() throws Exception {
    assertThatThrownBy(() -> run(false)).isInstanceOf(StageException.class);
    assertThatThrownBy(() -> run(false)).isInstanceOf(StageException.class);
    fails = false;
    run(false);

    assertThat(loaded).containsExactly("nothing", "1 saved", "2 saved");
    assertThat(root.resolve("1-work/result.txt")).hasContent("3 saved");
  }

  @Test
  void nothingIsLeftAfterSuccess() throws Exception {
    fails = false;
    run(false);

    assertThat(root.resolve(".checkpoints")).isEmptyDirectory();
    assertThat(engine().verify()).isEmpty();
  }

  @Test
  void aForcedAttemptStartsFromItsBeginning() throws Exception {
    assertThatThrownBy(() -> run(false)).isInstanceOf(StageException.class);
    fails = false;
    run(true);

    assertThat(loaded).containsExactly("nothing", "nothing");
  }

  @Test
  void aChangedParameterCodeOrEnvironmentStartsFromTheBeginning() throws Exception {
    List<ToyStage> changed =
        List.of(
            stage.parameter("seed", 43), stage.code("toy", "2"), stage.decisive("device", "gpu"));
    for (ToyStage other : changed) {
      ToyStage original = stage;
      assertThatThrownBy(() -> run(true)).isInstanceOf(StageException.class);
      loaded.clear();
      stage = other;
      assertThatThrownBy(() -> run(false)).isInstanceOf(StageException.class);
      assertThat(loaded).containsExactly("nothing");
      stage = original;
    }
  }

  @Test
  void aNotedChangeGoesOn() throws Exception {
    assertThatThrownBy(() -> run(false)).isInstanceOf(StageException.class);
    stage = stage.noted("threads", "1");
    fails = false;
    run(false);

    assertThat(loaded).containsExactly("nothing", "1 saved");
  }

  @Test
  void whatIsDamagedIsNotUsed() throws Exception {
    assertThatThrownBy(() -> run(false)).isInstanceOf(StageException.class);
    Path file = root.resolve(".checkpoints/1-work");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 63, 64, 127, 128, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(checkpoint(whole).load()).as(length + " bytes").isEmpty();
    }
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      Files.write(file, flipped);
      assertThat(checkpoint(whole).load()).as("byte " + i).isEmpty();
    }
    Files.write(file, whole);
    assertThat(checkpoint(whole).load()).contains("1 saved".getBytes(StandardCharsets.UTF_8));
  }

  private DiskCheckpoint checkpoint(byte[] whole) {
    String fingerprint = new String(whole, 0, 64, StandardCharsets.US_ASCII);
    return new DiskCheckpoint(
        root.resolve(".checkpoints"), "1-work", fingerprint, new DiskOperations());
  }

  private void work(Workspace workspace) throws IOException, StageException {
    Optional<String> before =
        workspace.checkpoint().load().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    loaded.add(before.orElse("nothing"));
    int count = before.map(text -> Integer.parseInt(text.substring(0, 1))).orElse(0) + 1;
    workspace.checkpoint().save((count + " saved").getBytes(StandardCharsets.UTF_8));
    if (fails) {
      throw new StageException("told to");
    }
    Files.writeString(workspace.output("result.txt"), count + " saved");
  }

  private void run(boolean force) throws Exception {
    engine().run(new RunRequest(List.of(), force, false));
  }

  private Engine engine() {
    return new Engine(root, List.of(stage), Progress.NONE, Clock.systemUTC());
  }
}

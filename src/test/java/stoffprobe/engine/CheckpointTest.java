package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
  private boolean savesBefore;
  private Change during = path -> {};
  private Change afterwards = path -> {};
  private Optional<ToyStage> input = Optional.empty();
  private ToyStage stage;

  /** What another program does to the input. */
  private interface Change {
    void to(Path path) throws IOException;
  }

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

  /** It would be given back once the input is as it was, and end in a wrong result. */
  @Test
  void whatWasComputedFromAChangedInputIsNotSaved() throws Exception {
    readsAnInput();
    during = path -> Files.writeString(path, "other");
    assertThatThrownBy(() -> run(false)).hasMessageContaining("0-input/input.txt changed while");

    during = path -> {};
    Files.delete(root.resolve("0-input/input.txt"));
    fails = false;
    run(false);

    assertThat(loaded).containsExactly("nothing", "nothing");
    assertThat(root.resolve("1-work/result.txt")).hasContent("1 saved");
  }

  @Test
  void whatWasSavedBeforeTheInputChangedIsUsed() throws Exception {
    readsAnInput();
    assertThatThrownBy(() -> run(false)).hasMessageContaining("told to");
    during = path -> Files.writeString(path, "other");
    assertThatThrownBy(() -> run(false)).hasMessageContaining("0-input/input.txt changed while");

    during = path -> {};
    Files.delete(root.resolve("0-input/input.txt"));
    fails = false;
    run(false);

    assertThat(loaded).containsExactly("nothing", "1 saved", "1 saved");
  }

  /** A change between two saves is not told by the hash of the first one. */
  @Test
  void anInputThatChangesAfterASaveIsNoticedAtTheNext() throws Exception {
    readsAnInput();
    savesBefore = true;
    during = path -> Files.writeString(path, "other");
    assertThatThrownBy(() -> run(false)).hasMessageContaining("0-input/input.txt changed while");

    assertThat(checkpoint(Files.readAllBytes(root.resolve(".checkpoints/1-work"))).load())
        .contains("0 saved".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTouchedInputThatIsTheSameHarmsNothing() throws Exception {
    readsAnInput();
    savesBefore = true;
    during = path -> Files.setLastModifiedTime(path, FileTime.fromMillis(0));
    fails = false;
    run(false);

    assertThat(root.resolve("1-work/result.txt")).hasContent("1 saved");
  }

  @Test
  void whatChangesAfterTheLastSaveForgetsAllThatWasSaved() throws Exception {
    readsAnInput();
    afterwards = path -> Files.writeString(path, "other");
    fails = false;
    assertThatThrownBy(() -> run(false)).hasMessageContaining("0-input/input.txt changed while");

    assertThat(root.resolve(".checkpoints")).isEmptyDirectory();
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

  private void readsAnInput() {
    input =
        Optional.of(
            ToyStage.of(
                "input",
                "0-input",
                List.of(),
                workspace -> Files.writeString(workspace.output("input.txt"), "one")));
    stage = ToyStage.of("work", "1-work", List.of(new Input.StageFiles("input", "*")), this::work);
  }

  private void work(Workspace workspace) throws IOException, StageException {
    Optional<String> before =
        workspace.checkpoint().load().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    loaded.add(before.orElse("nothing"));
    int count = before.map(text -> Integer.parseInt(text.substring(0, 1))).orElse(0) + 1;
    if (savesBefore) {
      workspace.checkpoint().save((count - 1 + " saved").getBytes(StandardCharsets.UTF_8));
    }
    during.to(workspace.input("0-input", "input.txt"));
    workspace.checkpoint().save((count + " saved").getBytes(StandardCharsets.UTF_8));
    if (fails) {
      throw new StageException("told to");
    }
    Files.writeString(workspace.output("result.txt"), count + " saved");
    afterwards.to(workspace.input("0-input", "input.txt"));
  }

  private void run(boolean force) throws Exception {
    engine().run(new RunRequest(List.of(), force, false));
  }

  private Engine engine() {
    List<Stage> stages = new ArrayList<>();
    input.ifPresent(stages::add);
    stages.add(stage);
    return new Engine(root, stages, Progress.NONE, Clock.systemUTC());
  }
}

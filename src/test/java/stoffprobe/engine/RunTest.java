package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs, what is skipped, and what a run leaves. */
class RunTest {

  @TempDir Path folder;

  private ToyPipeline toy() {
    return new ToyPipeline(folder.resolve("größer als/ein Ordner"));
  }

  @Test
  void aSecondRunSkipsEverythingAndTouchesNothing() throws Exception {
    ToyPipeline toy = toy();
    assertThat(toy.run()).containsExactly("copy", "upper", "count");
    String manifest = toy.read("3-count/manifest.json");
    assertThat(toy.run()).isEmpty();
    assertThat(toy.read("3-count/manifest.json")).isEqualTo(manifest);
    assertThat(toy.read("3-count/count.txt")).isEqualTo("5");
  }

  @Test
  void namedStagesRunWithWhatTheyNeed() throws Exception {
    ToyPipeline toy = toy();
    assertThat(toy.run("upper")).containsExactly("copy", "upper");
    assertThat(toy.root.resolve("3-count")).doesNotExist();
  }

  @Test
  void forceRunsExactlyTheNamedStages() throws Exception {
    ToyPipeline toy = toy();
    toy.run();
    assertThat(toy.force("upper")).containsExactly("upper");
    assertThat(toy.force()).containsExactly("copy", "upper", "count");
    toy.copy = toy.copy.parameter("seed", 1);
    assertThat(toy.force("count")).containsExactly("copy", "count");
  }

  @Test
  void aRerunThatGivesTheSameBytesEndsTheChain() throws Exception {
    ToyPipeline toy = toy();
    toy.run();
    toy.copy = toy.copy.parameter("seed", 43);
    assertThat(toy.run()).containsExactly("copy");
    assertThat(toy.engine().status()).allMatch(StageStatus::upToDate);
  }

  @Test
  void newBytesRunWhatFollows() throws Exception {
    ToyPipeline toy = toy();
    toy.run();
    toy.text = "kettfaden";
    assertThat(toy.run()).containsExactly("copy", "upper", "count");
    assertThat(toy.read("3-count/count.txt")).isEqualTo("9");
  }

  @Test
  void theManifestItselfCanBeAnInput() throws Exception {
    ToyPipeline toy = toy();
    ToyStage count = toy.count;
    toy.count =
        new ToyStage(
            count.name(),
            count.folder(),
            List.of(
                new Input.StageFiles("upper", "deep/**"),
                new Input.StageFiles("upper", "manifest.json")),
            count.parameters(),
            count.code(),
            count.environment(),
            count.work());
    toy.run();
    assertThat(toy.run()).isEmpty();
    assertThat(toy.force("upper")).containsExactly("upper");
    assertThat(toy.reasons("count")).containsExactly("2-upper/manifest.json changed");
    assertThat(Manifest.read(toy.root.resolve("3-count/manifest.json")).inputs())
        .containsOnlyKeys("2-upper/deep/er/upper.txt", "2-upper/manifest.json");
  }

  @Test
  void anInputThatChangesDuringTheWorkIsAnErrorAndNothingIsPublished() throws Exception {
    ToyPipeline toy = toy();
    toy.run("copy");
    ToyStage honest = toy.upper;
    toy.upper =
        honest.working(
            workspace -> {
              honest.run(workspace);
              toy.write("1-copy/text.txt", "faser"); // same size
            });
    assertThatThrownBy(toy::run)
        .isInstanceOf(StageException.class)
        .hasMessage(
            "upper failed: 1-copy/text.txt changed while the stage worked with it."
                + " Nothing was published; run again.");
    assertThat(toy.root.resolve("2-upper")).doesNotExist();
  }

  @Test
  void anExternalInputThatChangesDuringTheWorkIsAnErrorToo() throws Exception {
    ToyPipeline toy = toy();
    toy.copy = toy.copy.working(workspace -> toy.text = "faser");
    assertThatThrownBy(toy::run)
        .isInstanceOf(StageException.class)
        .hasMessageStartingWith("copy failed: source changed");
    assertThat(toy.root.resolve("1-copy")).doesNotExist();
  }

  @Test
  void codeThatIsReplacedDuringTheWorkIsNotRecordedAsItsAuthor() throws Exception {
    ToyPipeline toy = toy();
    Map<String, String> versions = new HashMap<>(Map.of("weave", "1"));
    toy.copy =
        new ToyStage(
            "copy",
            "1-copy",
            toy.copy.inputs(),
            Map.of(),
            versions,
            toy.copy.environment(),
            workspace -> {
              Files.writeString(workspace.output("text.txt"), "");
              versions.put("weave", "2");
            });
    assertThat(toy.run("copy")).isEmpty();
    assertThat(toy.reasons("copy")).containsExactly("code weave: 1 -> 2");
  }

  @Test
  void theClockDecidesNothing() throws Exception {
    ToyPipeline toy = toy();
    toy.run();
    toy.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    assertThat(toy.run()).isEmpty();
    assertThat(toy.force("copy")).containsExactly("copy");
    assertThat(toy.run()).isEmpty();
    Manifest manifest = Manifest.read(toy.root.resolve("1-copy/manifest.json"));
    assertThat(manifest.started()).isEqualTo(Instant.EPOCH);
    assertThat(manifest.seconds()).isNotNegative();
  }

  @Test
  void anUnknownStageIsRefusedWithTheNames() {
    assertThatThrownBy(() -> toy().run("uper"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no stage uper. The stages are copy, upper, count.");
    assertThat(toy().root).doesNotExist();
  }

  @Test
  void stagesOutOfOrderOrWithTheSameNameAreRefused() {
    ToyPipeline toy = toy();
    toy.copy = ToyStage.of("copy", "1-copy", toy.count.inputs(), w -> {});
    assertThatThrownBy(toy::engine).hasMessageContaining("reads from upper, no earlier stage");
    toy.copy = ToyStage.of("upper", "1-copy", List.of(), w -> {});
    assertThatThrownBy(toy::engine).hasMessageContaining("Stage upper");
    toy.copy = ToyStage.of("copy", "2-upper", List.of(), w -> {});
    assertThatThrownBy(toy::engine).hasMessageContaining("shares the folder 2-upper");
    toy.copy = ToyStage.of("copy", "../out", List.of(), w -> {});
    assertThatThrownBy(toy::engine).hasMessageContaining("can't write to ../out");
  }

  @Test
  void aRootThatIsAFileIsAPlainError() throws Exception {
    ToyPipeline toy = new ToyPipeline(Files.writeString(folder.resolve("file"), "").resolve("toy"));
    assertThatThrownBy(toy::run)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could not be read or written")
        .hasMessageContaining(folder.resolve("file").toString());
  }

  @Test
  void aRootThatMayNotBeWrittenIsAPlainError() {
    ToyPipeline toy = toy();
    FaultyOperations files = new FaultyOperations(1, FaultyOperations.Fault.DENIED);
    assertThatThrownBy(() -> toy.engine(files).run(RunRequest.all()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(toy.root + " may not be written by this user.");
  }

  @Test
  void aStagingAreaThatIsALinkIsReplacedAndItsTargetLeftAlone() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("1-copy-7"), "mine");
    Files.createDirectories(toy().root);
    Files.createSymbolicLink(toy().root.resolve(".staging"), outside);
    assertThat(toy().run()).hasSize(3);
    assertThat(FileTree.of(outside).files()).containsExactly("1-copy-7");
  }

  @Test
  void aRootThatIsALinkToAFolderWorks() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    ToyPipeline toy = new ToyPipeline(link);
    assertThat(toy.run()).hasSize(3);
    assertThat(real.resolve("1-copy/text.txt")).hasContent("stoff");
  }

  @Test
  void anInterruptedStagePublishesNothing() throws Exception {
    ToyPipeline toy = toy();
    toy.run();
    toy.text = "kettfaden";
    ToyStage honest = toy.upper;
    toy.upper =
        honest.working(
            workspace -> {
              honest.run(workspace);
              Thread.currentThread().interrupt();
            });
    assertThatThrownBy(toy::run)
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("upper was interrupted; its last result stays as it was.");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(toy.read("2-upper/deep/er/upper.txt")).isEqualTo("STOFF");
    assertThat(FileTree.children(toy.root.resolve(".staging"))).isEmpty();
    assertThat(toy.root.resolve(".failed")).doesNotExist();
    assertThat(toy.read("runs.jsonl").lines().toList().get(1)).contains("\"interrupted\"");
  }
}

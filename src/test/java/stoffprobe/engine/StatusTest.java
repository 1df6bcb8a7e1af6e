package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a stage can become stale, and the words that say so. */
class StatusTest {

  @TempDir Path folder;
  private ToyPipeline toy;

  @BeforeEach
  void runOnce() throws Exception {
    toy = new ToyPipeline(folder.resolve("toy"));
    assertThat(toy.run()).containsExactly("copy", "upper", "count");
  }

  @Test
  void nothingIsStaleAfterARun() throws Exception {
    assertThat(toy.engine().status()).allMatch(StageStatus::upToDate).hasSize(3);
  }

  @Test
  void aStageThatNeverRanSaysSoAndWritesNothing() throws Exception {
    ToyPipeline fresh = new ToyPipeline(folder.resolve("fresh"));
    assertThat(fresh.reasons("copy")).containsExactly("never run");
    assertThat(fresh.reasons("upper")).containsExactly("never run", "waits for copy");
    assertThat(fresh.root).doesNotExist();
  }

  @Test
  void aChangedParameterIsNamedWithBothValues() throws Exception {
    toy.copy = toy.copy.parameter("seed", 43);
    assertThat(toy.reasons("copy")).containsExactly("seed: 42 -> 43");
    assertThat(toy.reasons("upper")).containsExactly("waits for copy");
    assertThat(toy.reasons("count")).containsExactly("waits for upper");
  }

  @Test
  void aNumberThatWentThroughTheFileStaysTheSame() throws Exception {
    toy.copy = toy.copy.parameter("seed", 42.0).parameter("rate", 0.001).parameter("big", 1e300);
    assertThat(toy.reasons("copy"))
        .containsExactly("big: absent -> 1E+300", "rate: absent -> 0.001");
    toy.run();
    toy.copy = toy.copy.parameter("seed", 42L).parameter("rate", 1e-3f);
    assertThat(toy.reasons("copy")).isEmpty();
  }

  @Test
  void aFieldDeepInsideIsFound() throws Exception {
    toy.copy =
        toy.copy.parameter("models.mlp.layers", List.of("flatten", Map.of("units", 128), "relu"));
    toy.run();
    toy.copy = toy.copy.parameter("models.mlp.layers", List.of("flatten", Map.of("units", 64)));
    assertThat(toy.reasons("copy"))
        .containsExactly(
            "models.mlp.layers[1].units: 128 -> 64", "models.mlp.layers[2]: relu -> absent");
  }

  @Test
  void aChangedOutputMakesItsStageStaleAndWhatFollowsWaits() throws Exception {
    toy.write("1-copy/text.txt", "STOFF");
    assertThat(toy.reasons("copy")).containsExactly("1-copy/text.txt changed");
    assertThat(toy.reasons("upper")).containsExactly("waits for copy");
  }

  @Test
  void aMissingAndAnUnexpectedFileAreNamed() throws Exception {
    Files.delete(toy.root.resolve("2-upper/deep/er/upper.txt"));
    toy.write("2-upper/deep/stray.txt", "");
    assertThat(toy.reasons("upper"))
        .containsExactly(
            "2-upper/deep/er/upper.txt missing", "2-upper/deep/stray.txt not in the manifest");
    assertThat(toy.run()).containsExactly("upper");
    assertThat(toy.root.resolve("2-upper/deep/stray.txt")).doesNotExist();
  }

  @Test
  void changedFilesOfAnEarlierStageAreNamed() throws Exception {
    toy.text = "kette";
    toy.run("copy");
    assertThat(toy.reasons("upper")).containsExactly("1-copy/text.txt changed");
  }

  @Test
  void aChangedExternalInputIsNamedWithItsHashes() throws Exception {
    toy.text = "kette";
    assertThat(toy.reasons("copy")).containsExactly("source: 5455cef71817 -> f83d0ef1fe36");
  }

  @Test
  void anExternalInputThatCanNotBeToldStandsAsRecorded() throws Exception {
    Input unknown = new Input.External("source", Optional::empty);
    ToyStage known = toy.copy;
    toy.copy =
        new ToyStage(
            known.name(),
            known.folder(),
            List.of(unknown),
            known.parameters(),
            known.code(),
            known.environment(),
            known.work());
    assertThat(toy.reasons("copy")).isEmpty();
  }

  @Test
  void changedCodeIsShownByItsFirstDigits() throws Exception {
    toy.upper = toy.upper.code("stoffprobe.train", "a".repeat(64));
    toy.run();
    toy.upper = toy.upper.code("stoffprobe.train", "b".repeat(64));
    assertThat(toy.reasons("upper"))
        .containsExactly("code stoffprobe.train: aaaaaaaaaaaa -> bbbbbbbbbbbb");
  }

  @Test
  void aNewTensorFlowIsNamedAsPeopleWriteIt() throws Exception {
    toy.upper = toy.upper.decisive("tensorflow", "2.18.0");
    toy.run();
    toy.upper = toy.upper.decisive("tensorflow", "2.19.0");
    assertThat(toy.reasons("upper")).containsExactly("TensorFlow 2.18.0 -> 2.19.0");
    toy.upper = toy.upper.decisive("device", "gpu");
    assertThat(toy.reasons("upper"))
        .containsExactly("device: absent -> gpu", "TensorFlow 2.18.0 -> absent");
  }

  @Test
  void aNotedDifferenceIsANoteAndNoReason() throws Exception {
    toy.upper = toy.upper.noted("threads", "2");
    toy.force("upper");
    toy.upper = toy.upper.noted("threads", "1");
    StageStatus status = toy.status("upper");
    assertThat(status.upToDate()).isTrue();
    assertThat(status.notes()).containsExactly("threads: 2 -> 1");
    assertThat(toy.run()).isEmpty();
  }

  @Test
  void aBrokenManifestMakesStaleAndStopsNothing() throws Exception {
    for (String broken : List.of("", "{", "[]", "null", "{\"schema\":\"other/1\"}", "\0\0\0")) {
      toy.write("2-upper/manifest.json", broken);
      assertThat(toy.reasons("upper")).as(broken).containsExactly("manifest unreadable");
    }
    Files.delete(toy.root.resolve("2-upper/manifest.json"));
    assertThat(toy.reasons("upper")).containsExactly("2-upper/manifest.json missing");
    assertThat(toy.run()).containsExactly("upper");
  }

  @Test
  void anEditedManifestDoesNotPass() throws Exception {
    String edited = toy.read("1-copy/manifest.json").replace("\"seed\" : 42", "\"seed\" : 43");
    toy.write("1-copy/manifest.json", edited);
    toy.copy = toy.copy.parameter("seed", 43);
    assertThat(toy.reasons("copy")).containsExactly("1-copy/manifest.json changed");
  }

  @Test
  void aLinkInAnOutputFolderIsNotFollowed() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "stoff");
    Path text = toy.root.resolve("1-copy/text.txt");
    Files.delete(text);
    Files.createSymbolicLink(text, outside);
    assertThat(toy.reasons("copy")).containsExactly("1-copy/text.txt is not a regular file");
    toy.run();
    assertThat(outside).hasContent("stoff");
    assertThat(Files.isSymbolicLink(text)).isFalse();
  }

  @Test
  void aStageFolderThatIsALinkIsReplacedAndItsTargetLeftAlone() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(toy.root.resolve("1-copy"), elsewhere);
    Files.createSymbolicLink(toy.root.resolve("1-copy"), elsewhere);
    assertThat(toy.reasons("copy")).containsExactly("1-copy is not a folder");
    assertThat(toy.run()).containsExactly("copy");
    try (Stream<Path> kept = Files.list(elsewhere)) {
      assertThat(kept).hasSize(2);
    }
    assertThat(toy.engine().verify()).isEmpty();
  }
}

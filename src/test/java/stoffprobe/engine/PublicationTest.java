package stoffprobe.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each state that a kill can leave between the renames, built by hand. */
class PublicationTest {

  @TempDir Path folder;
  private ToyPipeline toy;
  private Layout layout;
  private final DiskOperations disk = new DiskOperations();

  @BeforeEach
  void runOnce() throws Exception {
    toy = new ToyPipeline(folder);
    layout = new Layout(folder);
    toy.run();
  }

  private void nothingIsWrongBeforeAndAfterRecovery() throws Exception {
    assertThat(toy.engine().verify()).isEmpty();
    assertThat(toy.engine().status()).allMatch(StageStatus::upToDate);
    assertThat(toy.run()).isEmpty();
    assertThat(toy.engine().verify()).isEmpty();
    assertThat(FileTree.children(layout.stagingArea())).isEmpty();
    assertThat(toy.read("1-copy/text.txt")).isEqualTo("stoff");
  }

  @Test
  void theOldResultIsAsideAndTheNewOneNotYetInItsPlace() throws Exception {
    disk.rename(layout.published("1-copy"), layout.replaced("1-copy"));
    Path finished = layout.stagingArea().resolve("1-copy-1");
    disk.createFolder(finished);
    Files.writeString(finished.resolve("text.txt"), "kette");
    nothingIsWrongBeforeAndAfterRecovery();
  }

  @Test
  void theNewResultIsInItsPlaceAndTheOldOneStillAside() throws Exception {
    disk.createFolder(layout.replaced("1-copy"));
    Files.writeString(layout.replaced("1-copy").resolve("text.txt"), "old");
    nothingIsWrongBeforeAndAfterRecovery();
  }

  @Test
  void theOldResultIsHalfDeleted() throws Exception {
    disk.createFolder(layout.trash("1-copy").resolve("deep"));
    nothingIsWrongBeforeAndAfterRecovery();
  }

  @Test
  void aReplacedResultOfAStageThatIsNoLongerInThePipelineIsPutBack() throws Exception {
    disk.createFolder(layout.replaced("4-gone"));
    nothingIsWrongBeforeAndAfterRecovery();
    assertThat(layout.published("4-gone")).isDirectory();
  }

  @Test
  void verifyNamesWhatDiffersAndNothingElse() throws Exception {
    toy.write("1-copy/text.txt", "kette");
    Files.delete(folder.resolve("2-upper/times.txt"));
    Files.writeString(folder.resolve("3-count/manifest.json"), "{");
    assertThat(toy.engine().verify())
        .containsExactly(
            "1-copy/text.txt changed", "2-upper/times.txt missing", "3-count: manifest unreadable");
  }

  @Test
  void verifyIgnoresStagesThatNeverRanAndThoseThatAreOnlyStale() throws Exception {
    FileTree.delete(folder.resolve("3-count"), disk);
    toy.text = "kette";
    toy.run("copy");
    assertThat(toy.reasons("upper")).isNotEmpty();
    assertThat(toy.engine().verify()).isEmpty();
  }

  @Test
  void everyManifestListsAllFilesButItself() throws Exception {
    Manifest manifest = Manifest.read(folder.resolve("2-upper/manifest.json"));
    assertThat(manifest.outputs())
        .extracting(OutputFile::path)
        .containsExactly("deep/er/upper.txt", "times.txt");
    assertThat(manifest.outputs().get(0).bytes()).isEqualTo(5);
    assertThat(manifest.inputs()).containsOnlyKeys("1-copy/text.txt");
  }
}

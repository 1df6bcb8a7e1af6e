package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.DatasetSettings;
import stoffprobe.data.IdxFiles;
import stoffprobe.engine.Input;

/** A fingerprint that overlooks a changed file skips the stage and keeps the old data. */
class FingerprintTest {

  @TempDir Path home;
  private FolderSource data;
  private FolderSource cache;

  @BeforeEach
  void folders() {
    data = Fixture.source(Source.Kind.DATA, Fixture.emptyFolder(home.resolve("data")));
    cache = Fixture.source(Source.Kind.CACHE, Fixture.emptyFolder(home.resolve("cache")));
  }

  private Optional<String> testLabels(DatasetSettings dataset, Source... sources) {
    return Fixture.ingest(dataset, home, sources).inputs().stream()
        .map(Input.External.class::cast)
        .filter(input -> input.name().equals("test-l"))
        .findFirst()
        .orElseThrow()
        .sha256()
        .get();
  }

  private static final String ORIGINAL = Fixture.sha256(Fixture.bytes("test-l"));

  @Test
  void inputsAreTheFourFiles() {
    assertThat(Fixture.ingest(Fixture.hashed(), home, cache).inputs())
        .map(input -> ((Input.External) input).name())
        .containsExactlyElementsOf(Fixture.NAMES);
  }

  @Test
  void declaredHashStandsWithoutLookingAtAFile() {
    Fixture.write(cache.folder().resolve("test-l"), IdxFiles.labels(0));

    assertThat(testLabels(Fixture.hashed(), cache)).contains(ORIGINAL);
    assertThat(testLabels(Fixture.hashed(), data, cache)).contains(ORIGINAL);
  }

  @Test
  void fileInTheNamedFolderIsHashedAsItIsNow() {
    byte[] other = IdxFiles.labels(0);
    Fixture.write(data.folder().resolve("test-l.gz"), IdxFiles.gzip(other));

    assertThat(testLabels(Fixture.hashed(), data, cache)).contains(Fixture.sha256(other));
  }

  @Test
  void unreadableFileInTheNamedFolderMakesTheStageRunAndSaySo() {
    Fixture.write(data.folder().resolve("test-l"), new byte[] {0, 0, 8});
    assertThat(testLabels(Fixture.hashed(), data, cache).orElseThrow())
        .startsWith("unreadable: ")
        .contains("ends after 3 bytes");

    FolderSource missing = Fixture.source(Source.Kind.DATA, home.resolve("none"));
    assertThat(testLabels(Fixture.hashed(), missing, cache).orElseThrow())
        .isEqualTo("unreadable: --data " + home.resolve("none") + " is not a folder");
  }

  @Test
  void undeclaredHashIsThatOfTheFileThatASearchWouldTake() {
    Fixture.write(cache.folder().resolve("test-l"), new byte[] {1});
    FolderSource folder =
        Fixture.source(Source.Kind.FOLDER, Fixture.folder(home.resolve("folder"), "test-l"));

    assertThat(testLabels(Fixture.unhashed(), data, cache, folder)).contains(ORIGINAL);
  }

  @Test
  void undeclaredHashIsUnknownWhereTheFileWouldHaveToBeFetched() {
    FakeRemote remote = new FakeRemote(Source.Kind.DOWNLOAD, Fixture.files());

    assertThat(testLabels(Fixture.unhashed(), cache, remote)).isEmpty();
    assertThat(remote.asked).isEmpty();
  }
}

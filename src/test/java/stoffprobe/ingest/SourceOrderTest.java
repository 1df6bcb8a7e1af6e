package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.DatasetSettings;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.IdxFiles;
import stoffprobe.engine.StageException;

/** A wrong order would read another file than the one that the user named, and say nothing. */
class SourceOrderTest {

  private static final String[] ALL = Fixture.NAMES.toArray(String[]::new);

  @TempDir Path home;
  private FolderSource data;
  private FolderSource cache;
  private FolderSource folder;

  @BeforeEach
  void threeEmptyFolders() {
    data = Fixture.source(Source.Kind.DATA, Fixture.emptyFolder(home.resolve("data")));
    cache = Fixture.source(Source.Kind.CACHE, Fixture.emptyFolder(home.resolve("cache")));
    folder = Fixture.source(Source.Kind.FOLDER, Fixture.emptyFolder(home.resolve("folder")));
  }

  private Ingest ingest(Source... sources) {
    return Fixture.ingest(Fixture.hashed(), home, sources);
  }

  private List<String> sourcesUsed(Ingest ingest) throws Exception {
    ingest.run(Fixture.workspace(home));
    JsonNode source = new ObjectMapper().readTree(home.resolve("staging/source.json").toFile());
    return source.at("/files").findValuesAsText("source");
  }

  @Test
  void placesAreAskedInTheOrderOfTheDesign() {
    Locations locations =
        new Locations(
            Optional.of(Path.of("d")),
            new Cache(Path.of("c")),
            (address, target) -> 200,
            (command, folder, limit) -> new Commands.Result(0, ""));
    DatasetSettings.Sources settings =
        new DatasetSettings.Sources(
            List.of(Path.of("f"), Path.of("g")),
            Optional.of("http://localhost/x"),
            Optional.of("dataset-x"));

    assertThat(locations.inOrder(settings).stream().map(Source::place))
        .containsExactly(
            "--data d",
            "the cache c",
            "the folder f",
            "the folder g",
            "the download address http://localhost/x",
            "the Debian package dataset-x");
  }

  @Test
  void firstPlaceThatHasAFileGivesIt() throws Exception {
    Fixture.folder(data.folder(), "train-i");
    Fixture.folder(cache.folder(), "train-i", "train-l");
    Fixture.folder(folder.folder(), "train-l", "test-i");
    FakeRemote remote = new FakeRemote(Source.Kind.DOWNLOAD, Fixture.files());

    assertThat(sourcesUsed(ingest(data, cache, folder, remote)))
        .containsExactly("data", "cache", "folder", "download");
    assertThat(remote.asked).containsExactly("test-l");
  }

  @Test
  void nothingIsFetchedWhenFoldersHaveAll() throws Exception {
    Fixture.folder(cache.folder(), ALL);
    FakeRemote remote = new FakeRemote(Source.Kind.DOWNLOAD, Fixture.files());

    assertThat(sourcesUsed(ingest(data, cache, remote))).containsOnly("cache");
    assertThat(remote.asked).isEmpty();
  }

  @Test
  void brokenFileInTheNamedFolderEndsTheSearch() {
    Fixture.folder(cache.folder(), ALL);
    Fixture.write(
        data.folder().resolve("train-l.gz"),
        Arrays.copyOf(IdxFiles.gzip(Fixture.bytes("train-l")), 15));

    assertThatThrownBy(() -> ingest(data, cache).run(Fixture.workspace(home)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(data.folder().resolve("train-l.gz").toString())
        .hasMessageContaining("cut off or damaged");
  }

  @Test
  void brokenFileInTheCacheIsPassedOver() throws Exception {
    Fixture.folder(cache.folder(), ALL);
    Fixture.write(cache.folder().resolve("test-l"), IdxFiles.labels(0));
    FakeRemote remote = new FakeRemote(Source.Kind.DEBIAN_PACKAGE, Fixture.files());

    assertThat(sourcesUsed(ingest(cache, remote)))
        .containsExactly("cache", "cache", "cache", "debian-package");
    assertThat(Files.readAllBytes(cache.folder().resolve("test-l")))
        .isEqualTo(Fixture.bytes("test-l"));
  }

  @Test
  void goodCompressedFileBesideABrokenPlainOneIsTaken() throws Exception {
    Fixture.folder(folder.folder(), ALL);
    Fixture.write(folder.folder().resolve("test-l"), new byte[] {1});
    Fixture.write(folder.folder().resolve("test-l.gz"), IdxFiles.gzip(Fixture.bytes("test-l")));

    assertThat(sourcesUsed(ingest(folder))).containsOnly("folder");
  }

  @Test
  void whatWasFetchedIsFoundInTheCacheNextTime() throws Exception {
    FakeRemote remote = new FakeRemote(Source.Kind.DOWNLOAD, Fixture.files());
    assertThat(sourcesUsed(ingest(cache, remote))).containsOnly("download");
    try (Stream<Path> files = Files.list(cache.folder())) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(ALL);
    }

    deleteStaging();
    assertThat(sourcesUsed(ingest(cache, remote))).containsOnly("cache");
  }

  /** Its names are those of many data sets: another one's images would be trained on unnoticed. */
  @Test
  void aFileWithoutAHashIsNeitherTakenFromTheCacheNorPutThere() throws Exception {
    Fixture.folder(cache.folder(), ALL);
    Fixture.write(cache.folder().resolve("test-l"), IdxFiles.labels(0));
    FakeRemote remote = new FakeRemote(Source.Kind.DOWNLOAD, Fixture.files());

    assertThat(sourcesUsed(Fixture.ingest(Fixture.unhashed(), home, cache, remote)))
        .containsOnly("download");

    assertThat(cache.folder().resolve("test-l")).hasBinaryContent(IdxFiles.labels(0));
  }

  @Test
  void fetchedFileWithAWrongHashIsNeverKept() throws Exception {
    FakeRemote wrong = new FakeRemote(Source.Kind.DOWNLOAD, Map.of("test-l", IdxFiles.labels(0)));
    Fixture.folder(folder.folder(), "train-i", "train-l", "test-i");

    assertThatThrownBy(() -> ingest(cache, folder, wrong).run(Fixture.workspace(home)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("the fake download: test-l: the SHA-256 of its decompressed bytes");
    try (Stream<Path> files = Files.list(cache.folder())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void cacheThatCannotBeWrittenCostsAFetchAndNotTheRun() throws Exception {
    Files.delete(cache.folder());
    Files.writeString(cache.folder(), "a file in the way");

    assertThat(sourcesUsed(ingest(new FakeRemote(Source.Kind.DOWNLOAD, Fixture.files()))))
        .containsOnly("download");
  }

  @Test
  void oneMessageListsWhatWasTriedAndWhatToDo() {
    Fixture.folder(cache.folder(), "train-i");
    Fixture.write(cache.folder().resolve("test-i"), IdxFiles.images(2, 2, 3));
    Source.Remote download = FakeRemote.failing(Source.Kind.DOWNLOAD, "no connection to x");
    Source.Remote debian = FakeRemote.failing(Source.Kind.DEBIAN_PACKAGE, "apt-get is missing");

    assertThatThrownBy(
            () -> ingest(data, cache, folder, download, debian).run(Fixture.workspace(home)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining(
            "Swatches is incomplete, not found: train-l, test-i, test-l. Tried:\n")
        .hasMessageContaining("  --data " + data.folder() + ": not there (all 4 files)\n")
        .hasMessageContaining("  the cache " + cache.folder() + ": not there (train-l, test-l)\n")
        .hasMessageContaining(
            "  the cache %s: %s: the SHA-256"
                .formatted(cache.folder(), cache.folder().resolve("test-i")))
        .hasMessageContaining("  the fake download: no connection to x (train-l, test-i, test-l)\n")
        .hasMessageContaining(
            "  the fake debian-package: apt-get is missing (train-l, test-i, test-l)\n")
        .hasMessageContaining("--data DIR")
        .hasMessageContaining("  train-i  SHA-256 " + Fixture.sha256(Fixture.bytes("train-i")))
        .hasMessageContaining("  test-l  SHA-256 " + Fixture.sha256(Fixture.bytes("test-l")));
  }

  private void deleteStaging() throws IOException {
    for (Path file : list(home.resolve("staging"))) {
      Files.delete(file);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

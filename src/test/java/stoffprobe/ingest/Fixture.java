package stoffprobe.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import stoffprobe.config.ClassNames;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.data.IdxFiles;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;

/** A data set of two training images and one test image, 2 x 3 pixels, three classes. */
final class Fixture {

  static final List<String> NAMES = List.of("train-i", "train-l", "test-i", "test-l");
  private static final List<String> KEYS =
      List.of("train-images", "train-labels", "test-images", "test-labels");

  private Fixture() {}

  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("train-i", IdxFiles.images(2, 2, 3));
    files.put("train-l", IdxFiles.labels(2, 0));
    files.put("test-i", IdxFiles.images(1, 2, 3));
    files.put("test-l", IdxFiles.labels(1));
    return files;
  }

  /** The data set with the hashes of {@link #files}. */
  static DatasetSettings hashed() {
    return dataset(name -> Optional.of(sha256(bytes(name))));
  }

  static DatasetSettings unhashed() {
    return dataset(name -> Optional.empty());
  }

  private static DatasetSettings dataset(Function<String, Optional<String>> hash) {
    List<SourceFile> files =
        List.of(0, 1, 2, 3).stream()
            .map(i -> new SourceFile(KEYS.get(i), NAMES.get(i), hash.apply(NAMES.get(i))))
            .toList();
    return new DatasetSettings(
        "Swatches",
        new ClassNames(List.of("Hose", "Kleid", "Hemd"), List.of("Trouser", "Dress", "Shirt")),
        2,
        3,
        false,
        Optional.of("MIT"),
        new DatasetSettings.Files(
            List.of(files.get(0), files.get(1), files.get(2), files.get(3)),
            new DatasetSettings.Sources(List.of(), Optional.empty(), Optional.empty()),
            0));
  }

  static byte[] bytes(String name) {
    return Optional.ofNullable(files().get(name)).orElseThrow();
  }

  /** A folder with the named files of the data set. */
  static Path folder(Path folder, String... names) {
    for (String name : names) {
      write(folder.resolve(name), bytes(name));
    }
    return emptyFolder(folder);
  }

  static Path emptyFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path file, byte... bytes) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte... bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static FolderSource source(Source.Kind kind, Path folder) {
    return new FolderSource(kind, folder);
  }

  static Ingest ingest(DatasetSettings dataset, Path home, Source... sources) {
    return new Ingest(
        dataset,
        List.of(sources),
        new Cache(home.resolve("cache")),
        emptyFolder(home.resolve("tmp")),
        42,
        Map.of(),
        new Environment(Map.of(), Map.of()));
  }

  static Workspace workspace(Path home) {
    return new Workspace(
        emptyFolder(home.resolve("output")), emptyFolder(home.resolve("staging")), Progress.NONE);
  }
}

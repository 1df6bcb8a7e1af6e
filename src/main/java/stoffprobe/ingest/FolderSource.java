package stoffprobe.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.data.BrokenFileException;

/** A folder that may hold the source files as NAME or NAME.gz. */
public record FolderSource(Kind kind, Path folder) implements Source {

  @Override
  public String place() {
    return switch (kind) {
      case DATA -> "--data " + folder;
      case CACHE -> "the cache " + folder;
      case FOLDER, DOWNLOAD, DEBIAN_PACKAGE -> "the folder " + folder;
    };
  }

  /**
   * What may be {@code file}: NAME before NAME.gz; none if neither exists. The cache holds files of
   * all data sets, many of which use the same names: without a hash nothing there is known to be
   * this one's.
   */
  public List<Path> candidates(SourceFile file) {
    return kind == Kind.CACHE && file.sha256().isEmpty() ? List.of() : candidates(folder, file);
  }

  /** Whether a search for this data set would find all of its files here. */
  public boolean holds(DatasetSettings dataset) {
    FileCheck check = new FileCheck(dataset);
    return dataset.files().all().stream()
        .allMatch(file -> candidates(file).stream().anyMatch(path -> good(check, file, path)));
  }

  private static boolean good(FileCheck check, SourceFile file, Path path) {
    try {
      check.read(file, path, path.toString());
      return true;
    } catch (BrokenFileException e) {
      return false; // a search tells why, and goes on to the next place
    }
  }

  static List<Path> candidates(Path folder, SourceFile file) {
    return Stream.of(file.name(), file.name() + ".gz")
        .map(folder::resolve)
        .filter(Files::exists)
        .toList();
  }
}

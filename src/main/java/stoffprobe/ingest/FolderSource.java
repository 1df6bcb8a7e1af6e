package stoffprobe.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stoffprobe.config.DatasetSettings.SourceFile;

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

  /** What may be {@code file}: NAME before NAME.gz; none if neither exists. */
  public List<Path> candidates(SourceFile file) {
    return candidates(folder, file);
  }

  static List<Path> candidates(Path folder, SourceFile file) {
    return Stream.of(file.name(), file.name() + ".gz")
        .map(folder::resolve)
        .filter(Files::exists)
        .toList();
  }
}

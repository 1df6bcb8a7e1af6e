package stoffprobe.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.data.BrokenFileException;

/**
 * What a source file is right now, for the stage's fingerprint; told without fetching anything.
 *
 * @param folders the folders among the places, in their order
 */
record Identity(FileCheck check, List<FolderSource> folders) {

  /**
   * The SHA-256 of the file's decompressed bytes: of the one in {@code --data} if there is one,
   * else what the pipeline file declares, else of the one that a search would take; empty if that
   * would have to be fetched. What is wrong in {@code --data} stands in place of the hash, so that
   * the stage is stale, runs, and says so.
   */
  Optional<String> sha256(SourceFile file) {
    Optional<String> named = named(file);
    if (named.isPresent()) {
      return named;
    }
    return file.sha256().or(() -> located(file));
  }

  private Optional<String> named(SourceFile file) {
    for (FolderSource source : folders) {
      if (source.kind() != Source.Kind.DATA) {
        continue;
      }
      if (!Files.isDirectory(source.folder())) {
        return Optional.of("unreadable: " + source.place() + " is not a folder");
      }
      for (Path path : source.candidates(file)) {
        try {
          return Optional.of(check.unchecked(file, path, path.toString()).sha256());
        } catch (BrokenFileException e) {
          return Optional.of("unreadable: " + e.getMessage());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> located(SourceFile file) {
    for (FolderSource source : folders) {
      for (Path path : source.candidates(file)) {
        try {
          return Optional.of(check.read(file, path, path.toString()).sha256());
        } catch (BrokenFileException e) {
          // The search tells why, and goes on as this does.
        }
      }
    }
    return Optional.empty();
  }
}

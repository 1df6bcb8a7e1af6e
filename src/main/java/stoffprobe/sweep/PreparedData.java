package stoffprobe.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import stoffprobe.engine.Manifest;
import stoffprobe.engine.SafeFiles;
import stoffprobe.engine.Sha256;

/**
 * The data that every run begins with, found, checked and prepared once. A run's folder gets them
 * as hard links, which take no space; where the file system has none, as copies. A run whose own
 * settings ask for other data makes these itself.
 */
public final class PreparedData {

  /** The stages that make them. */
  public static final List<String> FOLDERS = List.of("1-ingest", "3-preprocess");

  private PreparedData() {}

  /**
   * Gives them to a run, unless it has the same already.
   *
   * @param prepared holds {@link #FOLDERS}
   * @param run the run's folder; it need not exist
   */
  public static void give(Path prepared, Path run) throws IOException {
    for (String folder : FOLDERS) {
      Path from = prepared.resolve(folder);
      Path to = run.resolve(folder);
      if (!manifest(from).equals(manifest(to))) {
        Path part = run.resolve("." + folder + ".part");
        SafeFiles.delete(part);
        Files.createDirectories(part);
        link(from, part);
        SafeFiles.delete(to);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static String manifest(Path folder) throws IOException {
    try {
      return Sha256.of(folder.resolve(Manifest.FILE));
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static void link(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.skip(1).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          linkOrCopy(path, target);
        }
      }
    }
  }

  private static void linkOrCopy(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, target);
    }
  }
}

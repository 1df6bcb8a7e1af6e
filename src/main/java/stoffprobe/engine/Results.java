package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds a stage's last complete result and checks it against its own manifest. */
final class Results {

  /** A run that publishes in the same moment can mix two results up once, hardly again. */
  private static final int ATTEMPTS = 3;

  static final String NEVER_RUN = "never run";

  /**
   * A stage's result.
   *
   * @param manifest its manifest, if it can be read
   * @param problems a line for whatever is not as it should be
   */
  record Found(Optional<Manifest> manifest, List<String> problems) {

    private static Found broken(String problem) {
      return new Found(Optional.empty(), List.of(problem));
    }
  }

  private final Layout layout;

  Results(Layout layout) {
    this.layout = layout;
  }

  /** Reads the manifest and hashes every output. */
  Found find(Stage stage) throws IOException {
    Found found = findOnce(stage);
    for (int i = 1; i < ATTEMPTS && !found.problems().isEmpty(); i++) {
      Found again = findOnce(stage);
      if (again.equals(found)) {
        return again;
      }
      found = again;
    }
    return found;
  }

  private Found findOnce(Stage stage) throws IOException {
    String folder = stage.folder();
    Optional<Path> path = layout.complete(folder);
    if (path.isEmpty()) {
      return Found.broken(NEVER_RUN);
    }
    if (!Files.isDirectory(path.get(), NOFOLLOW_LINKS)) {
      return Found.broken(folder + " is not a folder");
    }
    Manifest manifest;
    try {
      manifest = Manifest.read(path.get().resolve(Manifest.FILE));
    } catch (NoSuchFileException e) {
      return Found.broken(folder + "/" + Manifest.FILE + " missing");
    } catch (IOException e) {
      return Found.broken("manifest unreadable");
    }
    if (!manifest.stage().equals(stage.name())) {
      return Found.broken("the manifest is that of " + manifest.stage());
    }
    if (!manifest.consistent()) {
      return Found.broken(folder + "/" + Manifest.FILE + " changed");
    }
    return new Found(Optional.of(manifest), OutputCheck.differences(folder, path.get(), manifest));
  }
}

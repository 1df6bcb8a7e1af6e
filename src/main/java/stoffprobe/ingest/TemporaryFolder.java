package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** A folder that is gone, with all that is in it, when this is closed. */
final class TemporaryFolder implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger();

  private final Path parent;
  private Optional<Path> folder = Optional.empty();

  TemporaryFolder(Path parent) {
    this.parent = parent;
  }

  /** The folder, made when it is first asked for. */
  Path create() throws IOException {
    if (folder.isEmpty()) {
      try {
        folder = Optional.of(Files.createTempDirectory(parent, "stoffprobe-"));
      } catch (IOException e) {
        throw new IOException("no temporary folder can be made in " + parent, e);
      }
    }
    return folder.get();
  }

  /** What can't be deleted costs space, not the run. */
  @Override
  public void close() {
    if (folder.isEmpty()) {
      return;
    }
    try {
      deleteAll(folder.get());
    } catch (IOException e) {
      LOG.warn("{} can't be deleted: {}", folder.get(), e.toString());
    }
  }

  private static void deleteAll(Path top) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(top)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}

package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares a stage's folder with its manifest, by hashing every file again. */
final class OutputCheck {

  private OutputCheck() {}

  /**
   * A line for each file that is not as the manifest has it; none if all are.
   *
   * @param folder how the lines call the folder, {@code 1-ingest}
   * @param path where it lies
   */
  static List<String> differences(String folder, Path path, Manifest manifest) throws IOException {
    FileTree tree = FileTree.of(path);
    Set<String> present = new HashSet<>(tree.files());
    Set<String> listed = new HashSet<>(Set.of(Manifest.FILE));
    List<OutputFile> toHash = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (OutputFile output : manifest.outputs()) {
      listed.add(output.path());
      if (present.contains(output.path())) {
        toHash.add(output);
      } else if (!tree.others().contains(output.path())) {
        lines.add(folder + "/" + output.path() + " missing");
      }
    }
    tree.others().forEach(other -> lines.add(folder + "/" + other + " is not a regular file"));
    present.stream()
        .filter(file -> !listed.contains(file))
        .forEach(file -> lines.add(folder + "/" + file + " not in the manifest"));
    // Hashing is what takes the time, so it uses the cores.
    toHash.parallelStream()
        .map(output -> difference(path.resolve(output.path()), output))
        .flatMap(Optional::stream)
        .forEachOrdered(line -> lines.add(folder + "/" + line));
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
    Collections.sort(lines);
    return lines;
  }

  private static Optional<String> difference(Path file, OutputFile output) {
    try {
      boolean same =
          Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS).size()
                  == output.bytes()
              && Sha256.of(file).equals(output.sha256());
      return same ? Optional.empty() : Optional.of(output.path() + " changed");
    } catch (NoSuchFileException e) {
      return Optional.of(output.path() + " missing");
    } catch (IOException e) {
      return Optional.of(output.path() + " unreadable");
    }
  }
}

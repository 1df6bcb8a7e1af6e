package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things lie below a pipeline's output folder: the stages' folders, and the engine's own
 * things, whose names begin with a dot so that they can't meet a stage's.
 *
 * @param root the pipeline's output folder
 */
record Layout(Path root) {

  private static final String OLD = ".old";

  /** A stage's published folder. */
  Path published(String folder) {
    return root.resolve(folder);
  }

  /** The folder of all unpublished work; on the same file system, so that renaming is one step. */
  Path stagingArea() {
    return root.resolve(".staging");
  }

  /** Where this process works on a stage. */
  Path staging(String folder) {
    return stagingArea().resolve(folder + "-" + ProcessHandle.current().pid());
  }

  /** Where a stage's last result waits while the new one takes its place. */
  Path replaced(String folder) {
    return stagingArea().resolve(folder + OLD);
  }

  /** Where a replaced result is deleted: whatever is still here is incomplete. */
  Path trash(String folder) {
    return stagingArea().resolve(folder + ".trash");
  }

  /** The stage's folder that a path in the staging area is the replaced result of. */
  Optional<String> replacedFolder(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(OLD)
        ? Optional.of(name.substring(0, name.length() - OLD.length()))
        : Optional.empty();
  }

  /** The folder of what unfinished attempts have saved, a file a stage. */
  Path checkpointArea() {
    return root.resolve(".checkpoints");
  }

  /** The folder of failed attempts. */
  Path failedArea() {
    return root.resolve(".failed");
  }

  Path lock() {
    return root.resolve(".lock");
  }

  Path journal() {
    return root.resolve("runs.jsonl");
  }

  /**
   * The folder with a stage's last complete result: the published one, or, if a command was killed
   * between the two renames of a publish, the one that was about to be replaced. Looking through
   * lets {@code status} and {@code verify} work without lock and without writing.
   */
  Optional<Path> complete(String folder) {
    // The published folder is looked for twice: a run may be publishing at this very moment.
    for (Path path : new Path[] {published(folder), replaced(folder), published(folder)}) {
      if (Files.exists(path, NOFOLLOW_LINKS)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}

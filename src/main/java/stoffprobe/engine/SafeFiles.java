package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Writes and deletes what belongs to no stage as safely as the engine does its own files. */
public final class SafeFiles {

  private SafeFiles() {}

  /**
   * Replaces a whole file in one step and flushes it to the disk: after a kill at any instant it is
   * the old one or the new.
   *
   * @param file where it goes; its folder is created if need be
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content, new DiskOperations());
  }

  static void write(Path file, byte[] content, FileOperations files) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "not a file's path");
    Path part = part(file);
    files.createFolder(folder);
    files.write(part, content);
    files.rename(part, file);
    files.sync(folder);
  }

  /**
   * Where a new content lies until it takes the file's place; what a kill left there is nothing.
   */
  static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** Deletes a file, or a folder with all below it; does nothing without it. */
  public static void delete(Path path) throws IOException {
    FileTree.delete(path, new DiskOperations());
  }
}

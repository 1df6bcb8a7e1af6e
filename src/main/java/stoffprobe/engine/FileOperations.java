package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Every change that the engine makes on disk. It is a seam: tests end the program before or after
 * any of these steps and look at what a following command makes of the rest.
 */
interface FileOperations {

  /** Creates a folder and its parents; a folder that exists is fine. */
  void createFolder(Path folder) throws IOException;

  /** Writes a whole file, replacing what was there, and flushes it to the disk. */
  void write(Path file, byte[] content) throws IOException;

  /** Adds to the end of a file, which is created if need be, and flushes it to the disk. */
  void append(Path file, byte[] content) throws IOException;

  /** Flushes a file's content or a folder's entries to the disk. */
  void sync(Path path) throws IOException;

  /** Renames within one file system, in one step; replaces a file, but no folder with content. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file, a link (not what it leads to) or an empty folder; does nothing without it. */
  void delete(Path path) throws IOException;
}

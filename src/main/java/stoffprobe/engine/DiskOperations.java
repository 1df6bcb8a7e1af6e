package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/**
 * The real disk. Links are never followed when something is written.
 *
 * <p>A channel refuses to work in an interrupted thread. Whether an interrupt ends a stage is
 * decided between these steps, never in the middle of one, so each sets the interrupt aside.
 */
final class DiskOperations implements FileOperations {

  @Override
  public void createFolder(Path folder) throws IOException {
    // createDirectories of JDK 17 refuses a link to a folder, which an output folder may be.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    write(file, content, Set.of(CREATE, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS));
  }

  @Override
  public void append(Path file, byte[] content) throws IOException {
    write(file, content, Set.of(CREATE, APPEND, NOFOLLOW_LINKS));
  }

  private static void write(Path file, byte[] content, Set<OpenOption> options) throws IOException {
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(file, options)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } finally {
      restore(interrupted);
    }
  }

  @Override
  public void sync(Path path) throws IOException {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix && Files.isDirectory(path)) {
      return; // Windows has no such call for folders
    }
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(path, posix ? READ : WRITE)) {
      channel.force(true);
    } finally {
      restore(interrupted);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

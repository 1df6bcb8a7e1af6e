package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies below a folder, without following any link.
 *
 * @param files the regular files, sorted, relative to the folder, with {@code /} between names
 * @param others what is neither file nor folder: links above all
 * @param folders the folder itself and those below it, parents first
 */
record FileTree(List<String> files, List<String> others, List<Path> folders) {

  FileTree {
    files = List.copyOf(files);
    others = List.copyOf(others);
    folders = List.copyOf(folders);
  }

  static FileTree of(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (Path path : everything(folder)) {
      if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
        folders.add(path);
      } else if (Files.isRegularFile(path, NOFOLLOW_LINKS)) {
        files.add(relative(folder, path));
      } else {
        others.add(relative(folder, path));
      }
    }
    files.sort(Comparator.naturalOrder());
    others.sort(Comparator.naturalOrder());
    return new FileTree(files, others, folders);
  }

  /** Deletes a folder with all below it, or a file or link; does nothing without it. */
  static void delete(Path path, FileOperations files) throws IOException {
    List<Path> doomed = new ArrayList<>(everything(path));
    for (int i = doomed.size() - 1; i >= 0; i--) {
      files.delete(doomed.get(i));
    }
  }

  /** Makes sure that there is such a folder, and no link that leads elsewhere. */
  static void create(Path folder, FileOperations files) throws IOException {
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      files.delete(folder);
      files.createFolder(folder);
    }
  }

  /** The entries of a folder in the order of their names; none if there is no such folder. */
  static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (UncheckedIOException e) {
      throw new IOException(PlainMessage.of(e.getCause()), e);
    }
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw new IOException(PlainMessage.of(e.getCause()), e);
    }
  }

  private static String relative(Path folder, Path path) {
    return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}

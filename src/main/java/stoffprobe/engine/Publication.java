package stoffprobe.engine;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Puts a finished result in the place of the last one, so that a kill at any instant leaves one of
 * the two complete. A folder with content can't be replaced in one step, so it takes these:
 *
 * <ol>
 *   <li>{@code 4-train} is renamed to {@code .staging/4-train.old},
 *   <li>{@code .staging/4-train-<pid>}, complete and flushed, is renamed to {@code 4-train},
 *   <li>{@code .staging/4-train.old} is renamed to {@code .staging/4-train.trash} and deleted.
 * </ol>
 *
 * <p>Whatever carries the name {@code .old} is complete, because deleting happens under another
 * name. So the rule of {@link #recover} is short: if the published folder is there, it counts, and
 * the rest goes; if it is not, the kill came between 1 and 2, and {@code .old} goes back. Readers
 * without the lock apply the same rule by {@link Layout#complete}.
 */
final class Publication {

  private static final Logger LOG = LogManager.getLogger();

  private final Layout layout;
  private final FileOperations files;

  Publication(Layout layout, FileOperations files) {
    this.layout = layout;
    this.files = files;
  }

  /** An empty folder for a stage to work in. */
  Path prepare(String folder) throws IOException {
    Path staging = layout.staging(folder);
    FileTree.delete(staging, files);
    files.createFolder(staging);
    return staging;
  }

  /**
   * Takes the three steps. If one of the first two fails, the last result is put back.
   *
   * @param folder the stage's folder
   * @param staging its new content, flushed
   */
  void publish(String folder, Path staging) throws IOException {
    Path published = layout.published(folder);
    Path replaced = layout.replaced(folder);
    boolean replacing = Files.exists(published, NOFOLLOW_LINKS);
    if (replacing) {
      files.rename(published, replaced);
    }
    try {
      if (replacing) {
        sync();
      }
      files.rename(staging, published);
    } catch (IOException e) {
      putBack(folder, replacing, e);
      throw e;
    }
    sync();
    if (replacing) {
      discard(folder);
    }
  }

  /** Ends what a killed command left half done. Only the holder of the lock may call it. */
  void recover() throws IOException {
    FileTree.create(layout.stagingArea(), files);
    for (Path path : FileTree.children(layout.stagingArea())) {
      String folder = layout.replacedFolder(path).orElse("");
      if (!folder.isEmpty() && !Files.exists(layout.published(folder), NOFOLLOW_LINKS)) {
        LOG.info("{}: put back after a run was ended while it published", folder);
        files.rename(path, layout.published(folder));
        sync();
      } else if (!folder.isEmpty()) {
        discard(folder);
      } else {
        FileTree.delete(path, files); // the work of a process that is gone: it held the lock
      }
    }
  }

  private void putBack(String folder, boolean replacing, IOException failure) {
    try {
      if (replacing) {
        files.rename(layout.replaced(folder), layout.published(folder));
      }
    } catch (IOException e) {
      failure.addSuppressed(e); // the next run puts it back
    }
  }

  private void discard(String folder) {
    try {
      FileTree.delete(layout.trash(folder), files);
      files.rename(layout.replaced(folder), layout.trash(folder));
      FileTree.delete(layout.trash(folder), files);
    } catch (IOException e) {
      LOG.warn("{}: the replaced result stays for now. {}", folder, PlainMessage.of(e));
    }
  }

  private void sync() throws IOException {
    files.sync(layout.root());
    files.sync(layout.stagingArea());
  }
}

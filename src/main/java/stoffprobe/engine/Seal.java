package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Closes a staging folder: everything is hashed and flushed, the manifest is written last. */
final class Seal {

  private final FileOperations files;

  Seal(FileOperations files) {
    this.files = files;
  }

  /**
   * Flushes and hashes the files that a stage wrote.
   *
   * @throws IllegalStateException if there is a link, a device or a manifest among them
   */
  List<OutputFile> outputs(Path staging) throws IOException {
    FileTree tree = FileTree.of(staging);
    if (!tree.others().isEmpty() || tree.files().contains(Manifest.FILE)) {
      throw new IllegalStateException(
          "a stage writes files and folders, and no manifest.json, but here are "
              + (tree.others().isEmpty() ? Manifest.FILE : tree.others()));
    }
    List<OutputFile> outputs = new ArrayList<>();
    for (String path : tree.files()) {
      Path file = staging.resolve(path);
      files.sync(file);
      outputs.add(new OutputFile(path, Files.size(file), Sha256.of(file)));
    }
    return outputs;
  }

  /** Writes the manifest and flushes the folders, the innermost first. */
  void close(Path staging, Manifest manifest) throws IOException {
    files.write(staging.resolve(Manifest.FILE), manifest.bytes());
    List<Path> folders = FileTree.of(staging).folders();
    for (int i = folders.size() - 1; i >= 0; i--) {
      files.sync(folders.get(i));
    }
  }
}

package stoffprobe.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds a stage's inputs and their hashes. */
final class InputHashes {

  private final Layout layout;

  InputHashes(Layout layout) {
    this.layout = layout;
  }

  /**
   * The inputs as they are now. The files of a stage that is up to date were hashed a moment ago,
   * so its manifest is believed; those of a stale stage are left out, and so is an external input
   * that can't be told.
   *
   * @param earlier the examinations of the stages before this one, by name
   */
  Map<String, String> now(Stage stage, Map<String, Examination> earlier) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (Input input : stage.inputs()) {
      if (input instanceof Input.StageFiles files) {
        Examination upstream = earlier.get(files.stage());
        if (upstream != null && upstream.upToDate() && upstream.manifest().isPresent()) {
          addFiles(files.glob(), upstream.stage().folder(), upstream.manifest().get(), hashes);
        }
      } else if (input instanceof Input.External external) {
        told(external).ifPresent(hash -> hashes.put(external.name(), hash));
      }
    }
    return hashes;
  }

  /**
   * The inputs as they are after the work, read again from the disk.
   *
   * @param before what {@link #now} found before it
   * @return the same inputs, and external ones that could not be told before the work
   * @throws StageException if one is not what it was
   */
  Map<String, String> unchanged(Stage stage, Map<String, String> before)
      throws IOException, StageException {
    Map<String, String> hashes = new TreeMap<>(before);
    for (Input input : stage.inputs()) {
      if (input instanceof Input.External external) {
        told(external).ifPresent(hash -> hashes.put(external.name(), hash));
      }
    }
    for (Map.Entry<String, String> input : before.entrySet()) {
      String path = input.getKey();
      if (!external(stage, path)) {
        hashes.put(path, read(path));
      }
      if (!input.getValue().equals(hashes.get(path))) {
        throw new StageException(
            path + " changed while the stage worked with it. Nothing was published; run again.");
      }
    }
    return hashes;
  }

  /** Whether an input is one from outside the output folder. */
  static boolean external(Stage stage, String name) {
    return stage.inputs().stream()
        .anyMatch(input -> input instanceof Input.External e && e.name().equals(name));
  }

  private void addFiles(String glob, String folder, Manifest manifest, Map<String, String> hashes)
      throws IOException {
    if (glob.equals(Manifest.FILE)) {
      String path = folder + "/" + Manifest.FILE;
      Path complete = layout.complete(folder).orElse(layout.published(folder));
      hashes.put(path, Sha256.of(complete.resolve(Manifest.FILE)));
      return;
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    for (OutputFile output : manifest.outputs()) {
      if (matcher.matches(Path.of(output.path()))) {
        hashes.put(folder + "/" + output.path(), output.sha256());
      }
    }
  }

  private String read(String path) throws IOException {
    try {
      return Sha256.of(layout.root().resolve(path));
    } catch (NoSuchFileException e) {
      return "missing";
    }
  }

  private static Optional<String> told(Input.External external) throws IOException {
    try {
      return external.sha256().get();
    } catch (UncheckedIOException e) {
      throw new IOException(PlainMessage.of(e.getCause()), e);
    }
  }
}

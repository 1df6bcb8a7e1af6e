package stoffprobe.engine;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that a stage reads. */
public sealed interface Input {

  /**
   * Files that another stage wrote.
   *
   * @param stage the name of the stage that writes them
   * @param glob which of its files, relative to its folder, as {@link
   *     java.nio.file.FileSystem#getPathMatcher} reads a glob ({@code *.npy}, {@code
   *     saved_model/**}); {@code manifest.json} names the manifest
   */
  record StageFiles(String stage, String glob) implements Input {}

  /**
   * Something outside the output folder.
   *
   * @param name how the manifest and messages call it
   * @param sha256 its content's hash as it is now; empty if that can't be told at the moment, and
   *     then what the manifest recorded stands
   */
  record External(String name, Supplier<Optional<String>> sha256) implements Input {}
}

package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A checkpoint that saves nothing once an input is not what the fingerprint says. What was computed
 * from a changed input would otherwise be given back after the input was made good, and end in a
 * wrong result that looks right.
 *
 * <p>Hashing the inputs at every epoch would slow short epochs down. So they are hashed at the
 * first save, and again when the file system tells of a change; a change of times alone harms
 * nothing.
 */
final class GuardedCheckpoint implements Checkpoint {

  private final Checkpoint checkpoint;
  private final Layout layout;
  private final Stage stage;
  private final Map<String, String> inputs;
  private Optional<Map<String, Object>> hashedAt = Optional.empty();

  /**
   * @param inputs the hashes of the stage's inputs, as the fingerprint has them
   */
  GuardedCheckpoint(Checkpoint checkpoint, Layout layout, Stage stage, Map<String, String> inputs) {
    this.checkpoint = checkpoint;
    this.layout = layout;
    this.stage = stage;
    this.inputs = Unmodifiable.copy(inputs);
  }

  @Override
  public Optional<byte[]> load() throws IOException {
    return checkpoint.load();
  }

  @Override
  public void save(byte[] content) throws IOException, StageException {
    Optional<Map<String, Object>> now = Optional.of(attributes());
    if (!now.equals(hashedAt)) {
      new InputHashes(layout).unchanged(stage, inputs);
      hashedAt = now;
    }
    checkpoint.save(content);
  }

  /** What the file system knows of a change, by the input's path. */
  private Map<String, Object> attributes() throws IOException {
    Map<String, Object> attributes = new TreeMap<>();
    for (String path : inputs.keySet()) {
      if (!InputHashes.external(stage, path)) {
        attributes.put(path, attributes(layout.root().resolve(path)));
      }
    }
    return attributes;
  }

  private static Object attributes(Path file) throws IOException {
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    String names = unix ? "unix:size,lastModifiedTime,ctime,ino" : "size,lastModifiedTime,fileKey";
    try {
      return Files.readAttributes(file, names, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return "missing";
    }
  }
}

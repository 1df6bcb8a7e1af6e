package stoffprobe.report.facts;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A trained model on disk.
 *
 * @param bytes of all its files
 */
public record SavedModel(long bytes) {

  private static final String FOLDER = "saved_model/";

  /** Adds up the files that a training's manifest lists. */
  static SavedModel read(Path manifest) throws IOException {
    long bytes = 0;
    for (JsonFile output : JsonFile.read(manifest).objects("outputs")) {
      if (output.text("path").startsWith(FOLDER)) {
        bytes += output.whole("bytes");
      }
    }
    if (bytes == 0) {
      throw JsonFile.broken(manifest, "its outputs hold no " + FOLDER);
    }
    return new SavedModel(bytes);
  }
}

package stoffprobe.engine;

import java.io.IOException;
import java.nio.file.Path;

/** A {@code manifest.json} that holds no manifest. The message names the file and what is wrong. */
public final class UnreadableManifestException extends IOException {

  UnreadableManifestException(Path file, String problem, Throwable cause) {
    super(file + " is no manifest: " + problem + ". Run the stage again.", cause);
  }
}

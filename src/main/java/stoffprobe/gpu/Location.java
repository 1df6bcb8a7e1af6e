package stoffprobe.gpu;

import java.io.IOException;
import java.nio.file.Path;

/** Where a shared library is, as the system's loader sees it. */
public sealed interface Location {

  /** The loader finds it. */
  record Found(Path file) implements Location {

    /** The file that a chain of links leads to: its name often tells the full version. */
    public Path real() {
      try {
        return file.toRealPath();
      } catch (IOException e) {
        return file;
      }
    }
  }

  /** It is on the machine, but in a folder where the loader does not look. */
  record OutOfReach(Path file) implements Location {}

  /** It is nowhere. */
  record Missing() implements Location {}
}

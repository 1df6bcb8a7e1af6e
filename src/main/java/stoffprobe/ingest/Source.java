package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import stoffprobe.config.DatasetSettings.SourceFile;

/** A place that may have the source files: a folder to look into, or something to fetch from. */
public sealed interface Source permits FolderSource, Source.Remote {

  Kind kind();

  /** What messages call it: {@code the cache /home/me/.cache/stoffprobe}. */
  String place();

  /** A place that files are fetched from; they are kept in the cache once they are verified. */
  non-sealed interface Remote extends Source {

    /**
     * Brings what it can of {@code wanted} into {@code folder}, as NAME or NAME.gz.
     *
     * @return by name, why a file could not be brought; a file that simply isn't offered may lack
     * @throws IOException if nothing can be brought at all; the message is the reason
     */
    Map<String, String> fetch(List<SourceFile> wanted, Path folder) throws IOException;
  }

  /** The kinds of places, in the order in which they are asked. */
  enum Kind {
    /** The folder that the user named; what is wrong there is an error. */
    DATA("data"),
    CACHE("cache"),
    FOLDER("folder"),
    DOWNLOAD("download"),
    DEBIAN_PACKAGE("debian-package");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What {@code source.json} calls it. */
    public String word() {
      return word;
    }
  }
}

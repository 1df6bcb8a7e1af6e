package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Path;

/** What fetches a file over HTTP. */
@FunctionalInterface
public interface Downloads {

  /**
   * Fetches {@code address} into {@code target}; leaves no file unless the server says 200.
   *
   * @return the HTTP status
   * @throws IOException if the server can't be reached or stops answering; the message is the
   *     reason
   */
  int fetch(String address, Path target) throws IOException;
}

package stoffprobe.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What runs other programs. */
@FunctionalInterface
public interface Commands {

  /**
   * Runs a program to its end.
   *
   * @param command the program and its arguments
   * @param folder where it runs
   * @param limit how long it may take; then it is ended
   * @throws IOException if it can't be started or doesn't end in time; the message is the reason
   */
  Result run(List<String> command, Path folder, Duration limit) throws IOException;

  /**
   * How a program ended.
   *
   * @param exit its exit code
   * @param output what it wrote, standard output and error together
   */
  record Result(int exit, String output) {}
}

package stoffprobe.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An undisturbed run of everything.
 *
 * @param root {@code output/<pipeline>}
 * @param seconds how long it took
 * @param everything what it came to
 */
record Reference(Path root, double seconds, Outcome everything) {

  /** Runs it in a new folder. */
  static Reference make(Program program, Path folder) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run", Ground.SMOKE, "--output"));
    arguments.add(folder.toString());
    Ended run = Running.start(program.with(arguments), folder.resolve("log/run")).ended();
    assertThat(run.exitCode()).as("%s", run).isZero();
    Path root = folder.resolve("smoke");
    return new Reference(root, run.seconds(), Outcome.of(root, Extent.ALL.folders()));
  }

  Outcome outcome(Extent extent) throws IOException {
    return extent == Extent.ALL ? everything : Outcome.of(root, extent.folders());
  }
}

package stoffprobe.sweep;

import java.io.IOException;
import java.util.Optional;
import stoffprobe.config.SweepRun;

/**
 * A run that a sweep wants.
 *
 * @param recipe the hash over all that decides its result
 */
record PendingRun(SweepRun run, Task task, String recipe) {

  RunFolder folder() {
    return new RunFolder(task);
  }

  /** Whether it is done, for this very recipe, and its results are whole. */
  boolean upToDate() throws IOException {
    Optional<RunRecord> record = folder().record();
    return record.isPresent()
        && record.get().done()
        && record.get().recipe().equals(recipe)
        && folder().intact();
  }
}

package stoffprobe.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Hashes every published file again. Each folder is held against its own manifest only: after a
 * kill between two stages the later one is stale, but nothing is damaged.
 */
final class Verification {

  private final Results results;

  Verification(Layout layout) {
    results = new Results(layout);
  }

  /** A line for each difference; none for stages that never ran. */
  List<String> differences(List<Stage> stages) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Stage stage : stages) {
      for (String problem : results.find(stage).problems()) {
        if (!problem.equals(Results.NEVER_RUN)) {
          boolean located = problem.startsWith(stage.folder());
          lines.add(located ? problem : stage.folder() + ": " + problem);
        }
      }
    }
    return lines;
  }
}

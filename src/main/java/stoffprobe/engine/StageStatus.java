package stoffprobe.engine;

import java.util.List;

/**
 * Whether a stage has to run, and why.
 *
 * @param stage its name
 * @param reasons why it is stale, each naming a field with old and new value; none: up to date
 * @param notes what differs from the time of the run but makes nothing stale
 */
public record StageStatus(String stage, List<String> reasons, List<String> notes) {

  public StageStatus {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /** Whether the result stands. */
  public boolean upToDate() {
    return reasons.isEmpty();
  }
}

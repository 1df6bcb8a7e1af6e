package stoffprobe.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of a stage at one moment.
 *
 * @param stage the stage
 * @param manifest that of its last result, if there is one
 * @param inputs the hashes of its inputs as they are now, as far as they can be told
 * @param reasons why it is stale
 * @param notes what differs but makes nothing stale
 */
record Examination(
    Stage stage,
    Optional<Manifest> manifest,
    Map<String, String> inputs,
    List<Reason> reasons,
    List<String> notes) {

  Examination {
    inputs = Unmodifiable.copy(inputs);
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  boolean upToDate() {
    return reasons.isEmpty();
  }

  /** The same stage after it ran: up to date. */
  Examination replacedBy(Manifest published) {
    return new Examination(stage, Optional.of(published), published.inputs(), List.of(), List.of());
  }

  StageStatus status() {
    return new StageStatus(stage.name(), texts(), notes);
  }

  List<String> texts() {
    return reasons.stream().map(Reason::text).toList();
  }
}

package stoffprobe.nightly;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * A night beside the baseline.
 *
 * @param changes what the two were made from differently
 * @param stages the results of each stage that has some that repeat, in order
 * @param models the models that both have
 */
public record Comparison(List<Change> changes, List<StageMatch> stages, List<ModelMatch> models) {

  public Comparison {
    changes = List.copyOf(changes);
    stages = List.copyOf(stages);
    models = List.copyOf(models);
  }

  /** The first stage whose results differ. */
  @JsonIgnore
  public Optional<String> firstDifference() {
    return stages.stream().filter(stage -> !stage.same()).map(StageMatch::stage).findFirst();
  }

  /** The changes of some kinds. */
  List<Change> changes(Change.Kind... kinds) {
    return changes.stream().filter(change -> List.of(kinds).contains(change.kind())).toList();
  }
}

package stoffprobe.engine;

import java.util.List;

/**
 * What a run did.
 *
 * @param stages the stages in order
 * @param seconds how long it took
 */
public record RunSummary(List<StageRun> stages, double seconds) {

  public RunSummary {
    stages = List.copyOf(stages);
  }

  /** The names of the stages that worked, in order. */
  public List<String> ran() {
    return stages.stream()
        .filter(stage -> stage.result() == StageRun.Result.RAN)
        .map(StageRun::stage)
        .toList();
  }
}

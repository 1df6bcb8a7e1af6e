package stoffprobe.engine;

import java.util.List;

/**
 * What a run is to do.
 *
 * @param stages the stages to bring up to date, with all that they need; none: all stages
 * @param force whether to run exactly these anyway (all, if none is named); others run if stale
 * @param waitForLock whether to wait if another run uses the output folder
 */
public record RunRequest(List<String> stages, boolean force, boolean waitForLock) {

  public RunRequest {
    stages = List.copyOf(stages);
  }

  /** Brings everything up to date. */
  public static RunRequest all() {
    return new RunRequest(List.of(), false, false);
  }
}

package stoffprobe.nightly;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A cold run of a pipeline: what it was made from and what came of it.
 *
 * @param started when it began
 * @param seconds how long it took
 * @param stages in order
 * @param models what came of each, by name
 * @param machine what of the machine no manifest tells: processor flags, driver, pipeline file
 */
public record Trial(
    Instant started,
    double seconds,
    List<StageResult> stages,
    Map<String, ModelResult> models,
    Map<String, String> machine) {

  public Trial {
    stages = List.copyOf(stages);
    models = Ordered.copy(models);
    machine = Ordered.copy(machine);
  }
}

package stoffprobe.nightly;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A night as the history keeps it: a line of {@code history.jsonl}.
 *
 * @param started when it began
 * @param seconds how long it took
 * @param verdict what it proved
 * @param stages what each stage cost, in order; empty if the run failed
 * @param models what came of each model, by name
 */
public record PastNight(
    Instant started,
    double seconds,
    Verdict verdict,
    List<StageCost> stages,
    Map<String, ModelResult> models) {

  public PastNight {
    stages = List.copyOf(stages);
    models = Ordered.copy(models);
  }

  /**
   * What a stage cost.
   *
   * @param peakMemoryBytes null where the system did not tell
   */
  public record StageCost(String stage, double seconds, @Nullable Long peakMemoryBytes) {}

  static PastNight of(Night night) {
    Trial trial = night.trial();
    return new PastNight(
        night.started(),
        night.seconds(),
        night.verdict(),
        trial == null
            ? List.of()
            : trial.stages().stream()
                .map(s -> new StageCost(s.stage(), s.seconds(), s.peakMemoryBytes()))
                .toList(),
        trial == null ? Map.of() : trial.models());
  }
}

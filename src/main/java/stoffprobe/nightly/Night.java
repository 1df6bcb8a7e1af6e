package stoffprobe.nightly;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stoffprobe.nightly.Nightly.Acceptance;

/**
 * All that is known of a night: {@code nightly.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param pipeline its name
 * @param started when it began
 * @param seconds how long it took, the second training of a model included
 * @param verdict what it proves
 * @param trial the run; null if it failed
 * @param baseline what it was compared with; null if there was none
 * @param comparison the two beside one another; null without a run or baseline
 * @param repetition one model trained twice; null if the run failed
 * @param costs of each stage, beside the nights before
 * @param accepted who made tonight's run the baseline for the nights to come; null if nobody did
 */
public record Night(
    String schema,
    String pipeline,
    Instant started,
    double seconds,
    Verdict verdict,
    @Nullable Trial trial,
    @Nullable Reference baseline,
    @Nullable Comparison comparison,
    @Nullable Repetition repetition,
    List<Cost> costs,
    @Nullable Acceptance accepted) {

  public static final String SCHEMA = "stoffprobe-nightly/1";

  public Night {
    costs = List.copyOf(costs);
  }

  /**
   * The baseline in short.
   *
   * @param started when its run began
   * @param accepted when it was made the baseline
   * @param by who did so
   * @param reason why, in their words
   * @param seeds how many seeds the tolerances were measured on; 0 if there are none
   * @param metrics how many metrics of all models have a tolerance
   * @param machine what of the machine no manifest tells, as in {@link Trial#machine}
   */
  public record Reference(
      Instant started,
      Instant accepted,
      String by,
      String reason,
      int seeds,
      int metrics,
      Map<String, String> machine) {

    public Reference {
      machine = Ordered.copy(machine);
    }

    static Reference of(Baseline baseline) {
      Calibration calibration = baseline.calibration();
      return new Reference(
          baseline.trial().started(),
          baseline.accepted(),
          baseline.by(),
          baseline.reason(),
          calibration == null ? 0 : calibration.seeds().size(),
          calibration == null ? 0 : calibration.metrics(),
          baseline.trial().machine());
    }
  }
}

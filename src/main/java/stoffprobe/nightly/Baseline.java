package stoffprobe.nightly;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The night that others are compared with.
 *
 * @param accepted when it was made the baseline
 * @param by who did so
 * @param reason why, in their words
 * @param trial the run
 * @param answers what its models said
 * @param calibration where tolerances come from; null before {@code --calibrate}
 */
public record Baseline(
    Instant accepted,
    String by,
    String reason,
    Trial trial,
    Answers answers,
    @Nullable Calibration calibration) {

  public Baseline {
    Objects.requireNonNull(accepted);
    Objects.requireNonNull(trial);
    Objects.requireNonNull(answers);
  }

  /** The same run with other tolerances. */
  Baseline with(Calibration measured) {
    return new Baseline(accepted, by, reason, trial, answers, measured);
  }
}

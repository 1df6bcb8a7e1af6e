package stoffprobe.model;

import java.util.Optional;
import stoffprobe.gpu.Obstacle;

/** Why the CPU computes although a GPU was asked for or might have been expected. */
final class GpuMessages {

  /**
   * An error even where the setting is {@code auto}: the stage's record already says GPU, and a
   * result of the CPU's under it would be wrong for good.
   */
  static final String UNSEEN =
      "The GPU's driver, card and libraries are in place, but TensorFlow sees no GPU. See why with"
          + " TF_CPP_MIN_LOG_LEVEL=0, or compute without it: device cpu.";

  private GpuMessages() {}

  /** The error where TensorFlow fails on the GPU that it should take. */
  static String broken(String reason) {
    return "TensorFlow can't take the GPU: "
        + reason
        + ". See whether 'nvidia-smi' works, or compute without it: device cpu.";
  }

  /** The error where the setting is {@code gpu}. */
  static String refusal(Obstacle obstacle) {
    return "A GPU is asked for (device gpu), but " + obstacle.reason() + " " + obstacle.advice();
  }

  /** The warning where the setting is {@code auto}: for a machine with a driver, not for others. */
  static Optional<String> worthSaying(Obstacle obstacle) {
    return obstacle.expectable()
        ? Optional.of("The CPU computes. " + obstacle.sentences())
        : Optional.empty();
  }
}

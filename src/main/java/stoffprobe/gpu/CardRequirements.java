package stoffprobe.gpu;

import java.util.Optional;
import stoffprobe.gpu.Obstacle.Part;

/** Whether one of a machine's cards is visible and fits the kernels of TensorFlow's GPU library. */
record CardRequirements(Machine machine) {

  Optional<Obstacle> obstacle() {
    Optional<String> hidden =
        machine.visible().filter(value -> value.isBlank() || value.strip().startsWith("-1"));
    if (hidden.isPresent()) {
      return obstacle(
          "CUDA_VISIBLE_DEVICES is '" + hidden.get() + "', which hides every GPU.",
          "Unset it, or name a GPU by its number.");
    }
    if (machine.cards().isEmpty()) {
      return obstacle(
          "the NVIDIA driver knows no GPU here.",
          "In a container, start it with its GPUs (docker run --gpus all); else see whether"
              + " 'nvidia-smi' lists one.");
    }
    // A card of unknown capability may fit: TensorFlow tells.
    boolean fits = machine.cards().stream().anyMatch(card -> unfit(card).isEmpty());
    return fits ? Optional.empty() : unfit(machine.cards().get(0));
  }

  private Optional<Obstacle> unfit(Card card) {
    Optional<Version> known = card.capability();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Version capability = known.get();
    boolean tooNew = !capability.isBefore(Requirements.TOO_NEW);
    if (capability.isBefore(Requirements.OLDEST_CAPABILITY) || tooNew) {
      return obstacle(
          "the "
              + card.name()
              + " is too "
              + (tooNew ? "new" : "old")
              + ": its compute capability is "
              + capability
              + ", and TensorFlow 2.18's GPU library has kernels for "
              + Requirements.OLDEST_CAPABILITY
              + " to "
              + Requirements.TRANSLATED
              + ".",
          "Use another card, or the CPU.");
    }
    boolean translated = !capability.isBefore(Requirements.TRANSLATED);
    if (translated && olderThan(Requirements.OLDEST_TRANSLATING_DRIVER)) {
      return obstacle(
          "the NVIDIA driver "
              + machine.driver().orElseThrow()
              + " is too old to translate TensorFlow's kernels for the "
              + card.name()
              + " (compute capability "
              + capability
              + ").",
          "Install " + Requirements.OLDEST_TRANSLATING_DRIVER + " or newer.");
    }
    return Optional.empty();
  }

  private boolean olderThan(Version version) {
    return machine.driver().filter(driver -> driver.isBefore(version)).isPresent();
  }

  private static Optional<Obstacle> obstacle(String reason, String advice) {
    return Optional.of(new Obstacle(Part.CARD, reason, advice));
  }
}

package stoffprobe.gpu;

import java.util.Optional;

/**
 * A graphics card of NVIDIA's.
 *
 * @param name {@code NVIDIA A100-SXM4-40GB}
 * @param capability its compute capability, which only {@code nvidia-smi} tells
 * @param memory {@code 40960 MiB}; only {@code nvidia-smi} tells it
 */
public record Card(String name, Optional<Version> capability, Optional<String> memory) {

  /** A card of which no more than the name is known. */
  static Card named(String name) {
    return new Card(name, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return name
        + capability.map(c -> ", compute capability " + c).orElse(", compute capability unknown")
        + memory.map(m -> ", " + m).orElse("");
  }
}

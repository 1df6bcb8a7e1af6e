package stoffprobe.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.gpu.Obstacle.Part;

/**
 * What TensorFlow 2.18's GPU library, as TensorFlow for Java 1.1.0 ships it, asks of a machine.
 * Where the numbers come from stands in ADR 10.
 *
 * @param natives the library that the program was built with: {@code linux-x86_64-gpu}, ...
 */
public record Requirements(String natives) {

  /** CUDA 12's minor-version compatibility begins here. */
  static final Version OLDEST_DRIVER = new Version("525.60.13");

  /** Below, the library has no kernels. */
  static final Version OLDEST_CAPABILITY = new Version("6.0");

  /** For this one and above, part of the kernels has to be translated by the driver... */
  static final Version TRANSLATED = new Version("9.0");

  /** ... which must know PTX 8.3, that of CUDA 12.3, for it. */
  static final Version OLDEST_TRANSLATING_DRIVER = new Version("545.23.06");

  /** From here on it can't be translated: most of it is PTX for 9.0a, which fits 9.0 alone. */
  static final Version TOO_NEW = new Version("10.0");

  /** TensorFlow refuses a cuDNN older than the one that it was compiled with. */
  static final Version OLDEST_CUDNN = new Version("9.3");

  /** Whether the program was built with TensorFlow's GPU library. */
  public boolean gpuLibrary() {
    return natives.endsWith("-gpu");
  }

  /** All obstacles, the first to be put right first; none if TensorFlow will take a GPU. */
  public List<Obstacle> obstacles(Machine machine) {
    if (!natives.startsWith("linux-x86_64")) {
      return List.of(
          new Obstacle(
              Part.MACHINE,
              "TensorFlow for Java has a GPU library for Linux on x86-64 alone.",
              "The CPU computes here."));
    }
    if (!machine.nvidia()) {
      return List.of(
          new Obstacle(
              Part.MACHINE,
              "this machine has no NVIDIA driver (/proc/driver/nvidia/version is missing).",
              "For a GPU of NVIDIA's, install its driver, "
                  + OLDEST_DRIVER
                  + " or newer"
                  + (gpuLibrary() ? "." : ", and build again with 'make clean build'.")));
    }
    List<Obstacle> obstacles = new ArrayList<>();
    driver(machine).ifPresent(obstacles::add);
    build().ifPresent(obstacles::add);
    new CardRequirements(machine).obstacle().ifPresent(obstacles::add);
    new LibraryRequirements(machine).obstacle().ifPresent(obstacles::add);
    return List.copyOf(obstacles);
  }

  private Optional<Obstacle> build() {
    return gpuLibrary()
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                Part.BUILD,
                "the program was built without TensorFlow's GPU library.",
                "Build it again on this machine: 'make clean build'."));
  }

  private static Optional<Obstacle> driver(Machine machine) {
    return machine
        .driver()
        .filter(version -> version.isBefore(OLDEST_DRIVER))
        .map(
            version ->
                new Obstacle(
                    Part.DRIVER,
                    "the NVIDIA driver " + version + " is too old for CUDA 12.",
                    "Install " + OLDEST_DRIVER + " or newer."));
  }
}

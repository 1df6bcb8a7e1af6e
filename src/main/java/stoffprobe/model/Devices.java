package stoffprobe.model;

import java.util.List;
import java.util.stream.Collectors;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Build;
import stoffprobe.gpu.Card;
import stoffprobe.gpu.Machine;
import stoffprobe.gpu.Obstacle;
import stoffprobe.gpu.Requirements;

/**
 * Which device to expect, told without loading a class of TensorFlow's: an up-to-date run starts in
 * no time because of that.
 */
public final class Devices {

  private Devices() {}

  /** Looked at once: neither the machine nor the program changes while the program runs. */
  private static final class Gpu {
    private static final Requirements REQUIREMENTS =
        new Requirements(Build.property("tensorflow.natives"));
    private static final Machine MACHINE = Machine.current(System.getenv());
    private static final List<Obstacle> OBSTACLES = REQUIREMENTS.obstacles(MACHINE);
  }

  /**
   * Whether a GPU is to be expected, told without starting TensorFlow, so that a stage's record can
   * name the device before the stage runs.
   */
  public static boolean gpuExpected() {
    return Build.property("tensorflow.natives").endsWith("-gpu") && obstacles().isEmpty();
  }

  /**
   * What keeps TensorFlow from using a GPU here, the first to be put right first; told without
   * starting TensorFlow.
   */
  static List<Obstacle> obstacles() {
    return Gpu.OBSTACLES;
  }

  /**
   * What the device is called that a setting leads to.
   *
   * @param processor the processor's name
   */
  public static String name(Device setting, String processor) {
    return setting != Device.CPU && gpuExpected()
        ? Gpu.MACHINE.cards().stream().map(Card::name).distinct().collect(Collectors.joining(", "))
        : processor;
  }
}

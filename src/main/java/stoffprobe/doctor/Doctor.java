package stoffprobe.doctor;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Build;
import stoffprobe.engine.Host;
import stoffprobe.gpu.Machine;
import stoffprobe.gpu.Requirements;
import stoffprobe.model.Backend;

/**
 * Examines the machine.
 *
 * @param host what runs the program
 * @param environment the process's environment variables
 */
public record Doctor(Host host, Map<String, String> environment) {

  private static final int OLDEST_JAVA = 17;
  private static final String NATIVES = Build.property("tensorflow.natives");
  private static final Map<String, String> FLAGS =
      Map.of("TF_ENABLE_ONEDNN_OPTS", "1", "TF_DETERMINISTIC_OPS", "1");
  private static final Map<String, String> GPU_FLAGS =
      Map.of("NVIDIA_TF32_OVERRIDE", "0", "TF_FORCE_GPU_ALLOW_GROWTH", "true");

  /**
   * Looks at everything; starts TensorFlow.
   *
   * @param data {@code --data}, if given
   * @param gpu whether the pipeline file asks for a GPU
   */
  public List<Finding> examine(DatasetSettings dataset, Optional<Path> data, boolean gpu) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.works("machine", host.processor() + ", " + host.cores() + " cores"));
    findings.add(Finding.works("operating system", host.os()));
    findings.add(java());
    findings.add(memory());
    findings.add(fonts());
    findings.add(NativesCheck.of(NATIVES).examine());
    findings.add(tensorFlow());
    findings.addAll(flags(FLAGS));
    Requirements requirements = new Requirements(NATIVES);
    Machine machine = Machine.current(environment);
    findings.addAll(new GpuCheck(requirements, machine, gpu).examine());
    if (requirements.obstacles(machine).isEmpty()) {
      findings.addAll(flags(GPU_FLAGS));
      findings.add(gpuSeen());
    }
    findings.add(new DataSetCheck(dataset, data, environment).examine());
    return findings;
  }

  private Finding java() {
    int version = Runtime.version().feature();
    return version >= OLDEST_JAVA
        ? Finding.works("Java", host.jdk())
        : Finding.fails("Java", host.jdk(), "Install JDK " + OLDEST_JAVA + " or newer.");
  }

  private static Finding memory() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    return megabytes >= 500
        ? Finding.works("memory for Java", megabytes + " MB")
        : Finding.optional(
            "memory for Java", megabytes + " MB", "500 MB are enough for the standard pipeline.");
  }

  /**
   * The report's figures need one; a system without any, or without fontconfig, is rare but real.
   */
  private static Finding fonts() {
    String advice = "Install one (Debian, Ubuntu: apt install fontconfig fonts-dejavu-core).";
    try {
      String[] families =
          GraphicsEnvironment.getLocalGraphicsEnvironment()
              .getAvailableFontFamilyNames(Locale.ROOT);
      return families.length > 0
          ? Finding.works("fonts", families.length + " families")
          : Finding.fails("fonts", "none", advice);
    } catch (RuntimeException | LinkageError e) {
      return Finding.fails("fonts", "Java can't list them: " + e.getMessage(), advice);
    }
  }

  private static Finding tensorFlow() {
    try {
      Backend.start(Device.CPU, 1);
      return Finding.works("TensorFlow", Build.property("tensorflow") + " starts");
    } catch (Exception | LinkageError e) {
      return Finding.fails(
          "TensorFlow",
          String.valueOf(e.getMessage()),
          "Build again with 'make clean build'; on Linux, glibc 2.17 or newer is needed.");
    }
  }

  private List<Finding> flags(Map<String, String> expected) {
    List<Finding> findings = new ArrayList<>();
    for (String flag : new TreeSet<>(expected.keySet())) {
      String value = Optional.ofNullable(environment.get(flag)).orElse("not set");
      String right = String.valueOf(expected.get(flag));
      findings.add(
          value.equals(right)
              ? Finding.works(flag, value)
              : Finding.optional(
                  flag,
                  value,
                  "Start the program by target/stoffprobe, which sets it to " + right + "."));
    }
    return findings;
  }

  private static Finding gpuSeen() {
    try {
      Backend.start(Device.GPU, 1);
      return Finding.works("GPU in TensorFlow", "TensorFlow sees it");
    } catch (Exception | LinkageError e) {
      return Finding.fails(
          "GPU in TensorFlow", String.valueOf(e.getMessage()), "The CPU works: device cpu.");
    }
  }
}

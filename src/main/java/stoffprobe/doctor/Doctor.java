package stoffprobe.doctor;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Build;
import stoffprobe.engine.Host;
import stoffprobe.model.Backend;
import stoffprobe.model.Devices;

/**
 * Examines the machine.
 *
 * @param host what runs the program
 * @param environment the process's environment variables
 */
public record Doctor(Host host, Map<String, String> environment) {

  private static final int OLDEST_JAVA = 17;
  private static final List<String> FLAGS =
      List.of("TF_ENABLE_ONEDNN_OPTS", "TF_DETERMINISTIC_OPS");

  /**
   * Looks at everything; starts TensorFlow.
   *
   * @param data {@code --data}, if given
   */
  public List<Finding> examine(DatasetSettings dataset, Optional<Path> data) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.works("machine", host.processor() + ", " + host.cores() + " cores"));
    findings.add(Finding.works("operating system", host.os()));
    findings.add(java());
    findings.add(memory());
    findings.add(fonts());
    findings.add(tensorFlow());
    findings.addAll(flags());
    findings.add(gpu());
    if (Devices.gpuExpected()) {
      findings.addAll(new CudaLibraries(environment).examine());
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
    String library = "TensorFlow " + Build.property("tensorflow");
    try {
      Backend.start(Device.CPU, 1);
      return Finding.works(
          "TensorFlow", library + ", library " + Build.property("tensorflow.natives"));
    } catch (Exception | LinkageError e) {
      return Finding.fails(
          "TensorFlow",
          String.valueOf(e.getMessage()),
          "Build again with 'make build'; on Linux, glibc 2.17 or newer is needed.");
    }
  }

  private List<Finding> flags() {
    List<Finding> findings = new ArrayList<>();
    for (String flag : FLAGS) {
      String value = Optional.ofNullable(environment.get(flag)).orElse("not set");
      findings.add(
          value.equals("1")
              ? Finding.works(flag, value)
              : Finding.optional(
                  flag, value, "Start the program by target/stoffprobe, which sets it to 1."));
    }
    return findings;
  }

  private static Finding gpu() {
    if (!Devices.nvidiaDriver()) {
      return Finding.optional(
          "GPU",
          "no NVIDIA driver",
          "None is needed; the CPU trains the standard models in minutes.");
    }
    if (!Devices.gpuLibrary()) {
      return Finding.optional(
          "GPU",
          "NVIDIA driver found, but the program was built without TensorFlow's GPU library",
          "Build again on this machine: 'make clean build'.");
    }
    String advice = "See the libraries below.";
    try {
      return Devices.types().contains("GPU")
          ? Finding.works("GPU", "TensorFlow sees it")
          : Finding.fails("GPU", "NVIDIA driver found, but TensorFlow sees no GPU", advice);
    } catch (RuntimeException | LinkageError e) {
      return Finding.fails("GPU", "TensorFlow can't tell: " + e.getMessage(), advice);
    }
  }
}

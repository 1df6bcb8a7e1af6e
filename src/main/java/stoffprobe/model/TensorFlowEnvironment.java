package stoffprobe.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stoffprobe.config.TrainingSettings;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Build;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Host;

/**
 * What of the surroundings can change the bits that TensorFlow computes, told without starting it:
 * its version, the kind of device, the processor's instructions, the shards and the flags. What was
 * measured stands in {@code src/docs/adr/0008-what-the-bits-depend-on.md}.
 *
 * @param host the machine
 * @param variables the process's environment variables
 */
public record TensorFlowEnvironment(Host host, Map<String, String> variables) {

  /** Set to 1 by the launcher; recorded in any case. */
  private static final List<String> FLAGS =
      List.of("TF_ENABLE_ONEDNN_OPTS", "TF_DETERMINISTIC_OPS");

  /**
   * What changes the arithmetic if it is set, which it rarely is: recorded then. The launcher
   * removes all of them.
   */
  static final List<String> CHANGING =
      List.of(
          "ONEDNN_DEFAULT_FPMATH_MODE",
          "DNNL_DEFAULT_FPMATH_MODE",
          "TF_SET_ONEDNN_FPMATH_MODE",
          "TF_ONEDNN_ASSUME_FROZEN_WEIGHTS",
          "TF_ENABLE_ONEDNN_SPMM",
          "TF_USE_DEEP_CONV2D",
          "TENSORFLOW_USE_CUSTOM_CONTRACTION_KERNEL",
          "TF_XLA_FLAGS",
          "XLA_FLAGS");

  /** 0 for products of float32 numbers as such, which a GPU would otherwise round to 10 bits. */
  private static final String TF32 = "NVIDIA_TF32_OVERRIDE";

  /** What the launcher sets or leaves to the user, beside {@link #CHANGING}. */
  private static final List<String> HANDED_ON =
      List.of(
          "TF_ENABLE_ONEDNN_OPTS",
          "TF_DETERMINISTIC_OPS",
          "TF_CPP_MIN_LOG_LEVEL",
          "ONEDNN_MAX_CPU_ISA",
          "DNNL_MAX_CPU_ISA",
          TF32,
          "TF_FORCE_GPU_ALLOW_GROWTH");

  /** For a stage that trains. */
  public Environment forTraining(TrainingSettings training) {
    Map<String, String> decisive = decisive(training.device());
    decisive.put("shards", Integer.toString(training.shards()));
    return new Environment(decisive, noted(training.threads()));
  }

  /**
   * For a stage that only classifies.
   *
   * @param devices the settings of the models that it opens
   */
  public Environment forInference(Collection<Device> devices) {
    boolean cpu = devices.stream().allMatch(device -> device == Device.CPU);
    return new Environment(decisive(cpu ? Device.CPU : Device.AUTO), noted(0));
  }

  /**
   * What another process, elsewhere, has to find in its environment to compute the same bits. Empty
   * stands for a variable that may not be set at all: TensorFlow ends the process over some that
   * are set to nothing.
   */
  public Map<String, String> elsewhere() {
    Map<String, String> elsewhere = new LinkedHashMap<>();
    CHANGING.forEach(name -> elsewhere.put(name, ""));
    for (String name : HANDED_ON) {
      String value = variables.getOrDefault(name, "");
      if (!value.isEmpty()) {
        elsewhere.put(name, value);
      }
    }
    return elsewhere;
  }

  private Map<String, String> decisive(Device device) {
    boolean gpu = device != Device.CPU && Devices.gpuExpected();
    Map<String, String> decisive = new LinkedHashMap<>();
    decisive.put("tensorflow", Build.property("tensorflow"));
    decisive.put("device", gpu ? "gpu" : "cpu");
    if (!gpu) {
      decisive.put("instruction-set", InstructionSet.word(variables));
    }
    FLAGS.forEach(flag -> decisive.put(flag, variables.getOrDefault(flag, "not set")));
    for (String name : CHANGING) {
      String value = variables.getOrDefault(name, "");
      if (!value.isEmpty()) {
        decisive.put(name, value);
      }
    }
    if (gpu) {
      decisive.put(TF32, variables.getOrDefault(TF32, "not set"));
    }
    return decisive;
  }

  private Map<String, String> noted(int threads) {
    Map<String, String> noted = new LinkedHashMap<>(host.noted().noted());
    noted.put("threads", Integer.toString(Backend.threads(threads)));
    return noted;
  }
}

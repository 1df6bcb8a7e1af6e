package stoffprobe.model;

import java.io.IOException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Build;

/**
 * How TensorFlow is used: the device, and the threads.
 *
 * <p>One thread inside an operation, as many operations at once as there are threads: the shards of
 * a batch and the chunks of a test set keep the cores busy, and the bits stay the same whatever the
 * number of threads.
 *
 * @param gpu whether a GPU computes
 * @param threads operations that run at once, at least 1
 */
public record Backend(boolean gpu, int threads) {

  private static final Logger LOG = LogManager.getLogger();

  /**
   * Starts TensorFlow.
   *
   * @param device what the pipeline file asks for
   * @param threads as in the pipeline file: 0 stands for all cores
   * @throws IOException if the library is not the one that the program was built for, or a GPU is
   *     asked for and there is none
   */
  public static Backend start(Device device, int threads) throws IOException {
    String version;
    try {
      version = TensorFlow.version();
    } catch (LinkageError e) {
      throw new IOException(
          "TensorFlow's library can't be loaded: " + e.getMessage() + ". Run 'stoffprobe doctor'.",
          e);
    }
    if (!version.equals(Build.property("tensorflow"))) {
      throw new IOException(
          "TensorFlow "
              + version
              + " was loaded, but the program was built for "
              + Build.property("tensorflow")
              + ". Build it again with 'make build'.");
    }
    return new Backend(useGpu(device), threads(threads));
  }

  /** Resolves {@code training.threads}: 0 stands for all cores. */
  public static int threads(int setting) {
    return setting > 0 ? setting : Runtime.getRuntime().availableProcessors();
  }

  /** {@code CPU} or {@code GPU}. */
  public String device() {
    return gpu ? "GPU" : "CPU";
  }

  ConfigProto config() {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(threads)
            .setAllowSoftPlacement(true)
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
    if (!gpu) {
      config.putDeviceCount("GPU", 0);
    }
    return config.build();
  }

  private static boolean useGpu(Device device) throws IOException {
    if (device == Device.CPU || (device == Device.AUTO && !Devices.gpuExpected())) {
      return false;
    }
    if (Devices.gpuLibrary() && Devices.types().contains("GPU")) {
      return true;
    }
    String reason = gpuMissing();
    if (device == Device.GPU) {
      throw new IOException("training.device is gpu, but " + reason);
    }
    LOG.warn("The CPU is used: {}", reason);
    return false;
  }

  private static String gpuMissing() {
    if (!Devices.nvidiaDriver()) {
      return "this machine has no NVIDIA driver. Install it, or set training.device to auto.";
    }
    if (!Devices.gpuLibrary()) {
      return "the program was built without TensorFlow's GPU library. Build it again on this"
          + " machine with 'make build'.";
    }
    return "TensorFlow sees no GPU. CUDA 12 or cuDNN 9 may be missing: run 'stoffprobe doctor'.";
  }
}

package stoffprobe.model;

import java.io.IOException;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Build;
import stoffprobe.gpu.Obstacle;

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

  static {
    JavaCpp.withoutMemoryLimits(); // before anything of TensorFlow is loaded
  }

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
    Backend cpu = new Backend(false, threads(threads));
    Backend gpu = new Backend(true, threads(threads));
    return useGpu(device, gpu) ? gpu : cpu;
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

  /**
   * Whether to compute on a GPU. What is told of the machine decides, as a stage's record names the
   * device before TensorFlow starts; then TensorFlow has to agree.
   */
  private static boolean useGpu(Device device, Backend gpu) throws IOException {
    if (device == Device.CPU) {
      return false;
    }
    List<Obstacle> obstacles = Devices.obstacles();
    if (!obstacles.isEmpty()) {
      Obstacle first = obstacles.get(0);
      if (device == Device.GPU) {
        throw new IOException(GpuMessages.refusal(first));
      }
      GpuMessages.worthSaying(first).ifPresent(LOG::warn);
      return false;
    }
    if (!VisibleDevices.types(gpu.config()).contains("GPU")) {
      throw new IOException(GpuMessages.UNSEEN);
    }
    return true;
  }
}

package stoffprobe.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import stoffprobe.engine.Build;

/** The devices that TensorFlow can compute on. */
public final class Devices {

  private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");

  private Devices() {}

  /**
   * Whether a GPU is to be expected, told without starting TensorFlow: the program was built with
   * TensorFlow's GPU library, and the machine has NVIDIA's driver.
   */
  public static boolean gpuExpected() {
    return gpuLibrary() && nvidiaDriver();
  }

  /** Whether the program was built with TensorFlow's GPU library. */
  public static boolean gpuLibrary() {
    return Build.property("tensorflow.natives").endsWith("-gpu");
  }

  /** Whether the machine has NVIDIA's driver. */
  public static boolean nvidiaDriver() {
    return Files.exists(NVIDIA_DRIVER);
  }

  /**
   * The devices that TensorFlow sees: {@code CPU}, {@code GPU}, ... Starts TensorFlow.
   *
   * <p>TensorFlow for Java has no public call for this; its eager context does.
   */
  @SuppressWarnings("try") // the scope frees what is allocated in it
  public static List<String> types() {
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TFE_ContextOptions options = tensorflow.TFE_NewContextOptions();
      TFE_Context context = tensorflow.TFE_NewContext(options, status);
      tensorflow.TFE_DeleteContextOptions(options);
      status.throwExceptionIfNotOK();
      TF_DeviceList devices = tensorflow.TFE_ContextListDevices(context, status);
      status.throwExceptionIfNotOK();
      List<String> types = new ArrayList<>();
      for (int i = 0; i < tensorflow.TF_DeviceListCount(devices); i++) {
        types.add(tensorflow.TF_DeviceListType(devices, i, status).getString());
      }
      tensorflow.TF_DeleteDeviceList(devices);
      tensorflow.TFE_DeleteContext(context);
      return List.copyOf(types);
    }
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;
import stoffprobe.config.TrainingSettings.Device;
import stoffprobe.engine.Build;
import stoffprobe.gpu.Card;
import stoffprobe.gpu.Machine;
import stoffprobe.gpu.Obstacle;
import stoffprobe.gpu.Requirements;

/** The devices that TensorFlow can compute on. */
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

  /**
   * The devices that TensorFlow sees: {@code CPU}, {@code GPU}, ... Starts TensorFlow.
   *
   * <p>TensorFlow for Java has no public call for this; its eager context does. The first one to
   * name a device settles for the whole process how its memory is taken and how many threads work
   * inside an operation: hence the configuration.
   */
  @SuppressWarnings("try") // the scope frees what is allocated in it
  static List<String> types(ConfigProto config) {
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TFE_ContextOptions options = tensorflow.TFE_NewContextOptions();
      byte[] bytes = config.toByteArray();
      tensorflow.TFE_ContextOptionsSetConfig(options, new BytePointer(bytes), bytes.length, status);
      status.throwExceptionIfNotOK();
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

package stoffprobe.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/** The devices that TensorFlow sees once it has started. */
final class VisibleDevices {

  private VisibleDevices() {}

  /**
   * The devices that TensorFlow sees: {@code CPU}, {@code GPU}, ... Starts TensorFlow.
   *
   * <p>TensorFlow for Java has no public call for this; its eager context does. The first one to
   * name a device settles for the whole process how its memory is taken and how many threads work
   * inside an operation: hence the configuration.
   *
   * @throws IOException if a device fails as soon as it is asked
   */
  @SuppressWarnings("try") // the scope frees what is allocated in it
  static List<String> types(ConfigProto config) throws IOException {
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
    } catch (TensorFlowException e) {
      throw new IOException(GpuMessages.broken(String.valueOf(e.getMessage())), e);
    }
  }
}

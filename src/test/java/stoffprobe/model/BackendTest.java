package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.ConfigProto;
import stoffprobe.config.TrainingSettings.Device;

/** Which device computes, and how TensorFlow is told. */
final class BackendTest {

  @Test
  void aGpusMemoryIsTakenAsItIsNeeded() {
    ConfigProto config = new Backend(true, 3).config();

    assertThat(config.getGpuOptions().getAllowGrowth()).isTrue();
    assertThat(config.getGpuOptions().getPerProcessGpuMemoryFraction())
        .as("no fixed share")
        .isZero();
    assertThat(config.getDeviceCountMap()).as("no GPU is hidden").doesNotContainKey("GPU");
  }

  @Test
  void theCpuHidesEveryGpu() {
    assertThat(new Backend(false, 3).config().getDeviceCountMap()).containsEntry("GPU", 0);
  }

  @Test
  void theDevicesAreListedWithTheSessionsConfiguration() throws IOException {
    assertThat(VisibleDevices.types(new Backend(false, 1).config())).containsExactly("CPU");
  }

  @Test
  void withoutAGpuAutoTakesTheCpuAndGpuFailsWithTheReason() throws IOException {
    assumeThat(Devices.gpuExpected()).isFalse();
    String reason = Devices.obstacles().get(0).reason();

    assertThat(Backend.start(Device.AUTO, 1).gpu()).isFalse();
    assertThatThrownBy(() -> Backend.start(Device.GPU, 1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("A GPU is asked for (device gpu), but " + reason);
  }

  @Test
  void theCpuIsTakenWhateverTheMachineHas() throws IOException {
    assertThat(Backend.start(Device.CPU, 2)).isEqualTo(new Backend(false, 2));
    assertThat(Devices.name(Device.CPU, "a processor")).isEqualTo("a processor");
  }
}

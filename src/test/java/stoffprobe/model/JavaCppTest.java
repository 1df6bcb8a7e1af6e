package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import stoffprobe.config.TrainingSettings.Device;

/** In processes of their own, as JavaCPP reads its settings once. */
final class JavaCppTest {

  /** Prints what JavaCPP goes by once TensorFlow is there. */
  static final class Limits {

    private Limits() {}

    public static void main(String[] args) throws Exception {
      Backend.start(Device.CPU, 1);
      System.out.println(Pointer.maxBytes() + " " + Pointer.maxPhysicalBytes());
    }
  }

  @Test
  void theJavaHeapIsNoLimitForTensors() throws Exception {
    assertThat(limits("-Xmx64m")).isEqualTo("0 0");
  }

  @Test
  void limitsOfTheUserStay() throws Exception {
    assertThat(limits("-Dorg.bytedeco.javacpp.maxphysicalbytes=3g", "-Xmx64m"))
        .endsWith(" " + (3L << 30));
  }

  private static String limits(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Limits.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines.get(lines.size() - 1);
  }
}

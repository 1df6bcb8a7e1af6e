package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.model.Devices;

/** A GPU that is asked for and not there, from the command line to the exit code. */
final class DeviceTest {

  private static final String SMOKE = "pipelines/smoke.yaml";

  @TempDir private Path output;

  @BeforeEach
  void thisMachineHasNoGpu() {
    assumeThat(Devices.gpuExpected()).isFalse();
  }

  @Test
  void trainingFailsPlainlyAndSaysWhy() {
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            SMOKE,
            "train-mlp",
            "--output",
            output.toString(),
            "--set",
            "training.device=gpu");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("train-mlp failed: A GPU is asked for (device gpu), but ")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
  }

  @Test
  void doctorFailsIfTheFileAsksForOneAndNotOtherwise() {
    CommandLineRun asked = CommandLineRun.of("doctor", SMOKE, "--set", "training.device=gpu");
    CommandLineRun auto = CommandLineRun.of("doctor", SMOKE);

    assertThat(asked.exitCode()).isEqualTo(1);
    assertThat(asked.out()).contains("[FAIL] GPU ");
    assertThat(auto.exitCode()).isZero();
    assertThat(auto.out()).contains("[--]   GPU ");
  }

  @Test
  void predictTakesTheModelsDeviceUnlessAnotherIsNamed() {
    String sample = "src/test/resources/fashion-mnist-sample/t10k-images-idx3-ubyte.gz";
    String[] trained = {"run", SMOKE, "train-mlp", "--output", output.toString()};
    assertThat(CommandLineRun.of(trained).exitCode()).isZero();

    CommandLineRun named = predict(sample, "--device", "gpu");
    CommandLineRun configured = predict(sample, "--set", "training.device=gpu");
    CommandLineRun overridden = predict(sample, "--set", "training.device=gpu", "--device", "cpu");

    assertThat(named.exitCode()).isEqualTo(1);
    assertThat(named.err()).startsWith("A GPU is asked for (device gpu), but ");
    assertThat(configured.err()).isEqualTo(named.err());
    assertThat(overridden.exitCode()).isZero();
    assertThat(overridden.out().lines()).hasSize(200);
  }

  private CommandLineRun predict(String image, String... options) {
    String[] start = {
      "predict", image, "--pipeline", SMOKE, "--output", output.toString(), "--model", "mlp"
    };
    return CommandLineRun.of(
        Stream.of(start, options).flatMap(Arrays::stream).toArray(String[]::new));
  }
}

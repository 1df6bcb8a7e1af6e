package stoffprobe.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stoffprobe.config.TrainingSettings;
import stoffprobe.engine.Build;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Host;

final class TensorFlowEnvironmentTest {

  private static final Host HOST = new Host("17", "Debian", "Linux", "a processor", 8);

  @Test
  void shardsVersionDeviceAndFlagsDecideAndThreadsAreOnlyNoted() {
    Environment environment =
        new TensorFlowEnvironment(HOST, Map.of("TF_ENABLE_ONEDNN_OPTS", "1", "HOME", "/root"))
            .forTraining(training(3, 5));

    assertThat(environment.decisive())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tensorflow",
                Build.property("tensorflow"),
                "device",
                "cpu",
                "instruction-set",
                InstructionSet.word(Map.of()),
                "shards",
                "5",
                "TF_ENABLE_ONEDNN_OPTS",
                "1",
                "TF_DETERMINISTIC_OPS",
                "not set"));
    assertThat(environment.noted())
        .containsEntry("threads", "3")
        .containsEntry("processor", "a processor");
  }

  @Test
  void whatChangesTheArithmeticDecidesIfItIsSet() {
    for (String name : TensorFlowEnvironment.CHANGING) {
      assertThat(decisive(Map.of(name, "BF16"))).containsEntry(name, "BF16");
      assertThat(decisive(Map.of(name, ""))).as("set to nothing").isEqualTo(decisive(Map.of()));
    }
    assertThat(decisive(Map.of("ONEDNN_MAX_CPU_ISA", "SSE41")))
        .containsEntry(
            "instruction-set", InstructionSet.word(Map.of("ONEDNN_MAX_CPU_ISA", "SSE41")));
    assertThat(decisive(Map.of("OMP_NUM_THREADS", "1", "TF_NUM_INTRAOP_THREADS", "4")))
        .as("numbers of threads")
        .isEqualTo(decisive(Map.of()));
  }

  @Test
  void noThreadsStandForAllCores() {
    int cores = Runtime.getRuntime().availableProcessors();

    assertThat(Backend.threads(0)).isEqualTo(cores);
    assertThat(Backend.threads(7)).isEqualTo(7);
    assertThat(
            new TensorFlowEnvironment(HOST, Map.of())
                .forInference(List.of(TrainingSettings.Device.CPU))
                .noted())
        .containsEntry("threads", Integer.toString(cores));
    assertThat(
            new TensorFlowEnvironment(HOST, Map.of())
                .forInference(List.of(TrainingSettings.Device.CPU))
                .decisive())
        .doesNotContainKey("shards");
  }

  private static Map<String, String> decisive(Map<String, String> variables) {
    return new TensorFlowEnvironment(HOST, variables).forTraining(training(1, 2)).decisive();
  }

  private static TrainingSettings training(int threads, int shards) {
    return new TrainingSettings(
        1,
        64,
        TrainingSettings.Optimizer.ADAM,
        0.001,
        TrainingSettings.Device.CPU,
        threads,
        shards);
  }
}

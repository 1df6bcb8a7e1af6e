package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.config.PipelineReader;
import stoffprobe.engine.Input;
import stoffprobe.engine.Stage;

/** The seven words, their order and their folders are an interface to other programs. */
final class PipelineTest {

  @ParameterizedTest
  @CsvSource({
    "pipelines/fashion-mnist.yaml, mlp cnn",
    "pipelines/playground.yaml, mlp cnn playground",
    "pipelines/smoke.yaml, mlp cnn"
  })
  void theShippedFilesHaveTheStagesOfTheContractInItsOrder(Path file, String models)
      throws Exception {
    List<Stage> stages = stages(file);

    assertThat(stages.subList(0, 3))
        .extracting(Stage::name, Stage::folder)
        .containsExactly(
            tuple("ingest", "1-ingest"),
            tuple("explore", "2-explore"),
            tuple("preprocess", "3-preprocess"));
    assertThat(stages.subList(3, stages.size() - 2))
        .extracting(Stage::name, Stage::folder)
        .containsExactlyElementsOf(
            List.of(models.split(" ")).stream()
                .map(model -> tuple("train-" + model, "4-train-" + model))
                .toList());
    assertThat(stages.subList(stages.size() - 2, stages.size()))
        .extracting(Stage::name, Stage::folder)
        .containsExactly(tuple("evaluate", "5-evaluate"), tuple("report", "6-report"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fashion-mnist", "playground", "smoke"})
  void everyStageReadsOnlyWhatAnEarlierOneWrites(String name) throws Exception {
    Set<String> earlier = new LinkedHashSet<>();
    for (Stage stage : stages(Path.of("pipelines", name + ".yaml"))) {
      for (Input input : stage.inputs()) {
        if (input instanceof Input.StageFiles files) {
          assertThat(earlier).as(stage.name() + " reads " + files).contains(files.stage());
        }
      }
      earlier.add(stage.name());
    }
  }

  @Test
  void shardsDecideAboutATrainingAndThreadsAreNoted() throws Exception {
    for (Stage stage : stages(Path.of("pipelines/smoke.yaml"))) {
      if (stage.name().startsWith("train-")) {
        assertThat(stage.environment().decisive())
            .containsKeys(
                "tensorflow",
                "device",
                "instruction-set",
                "shards",
                "TF_ENABLE_ONEDNN_OPTS",
                "TF_DETERMINISTIC_OPS")
            .doesNotContainKey("threads");
        assertThat(stage.environment().noted()).containsKeys("threads", "jdk", "os", "processor");
      } else if (!stage.name().equals("evaluate")) {
        assertThat(stage.environment().decisive()).as(stage.name()).isEmpty();
      }
    }
  }

  /** Else a change of the code would leave results standing that it would not give again. */
  @Test
  void everyStageRecordsTheVersionOfEachPackageThatItRuns() throws Exception {
    for (Stage stage : stages(Path.of("pipelines/smoke.yaml"))) {
      String word = stage.name().startsWith("train-") ? "train" : stage.name();
      assertThat(stage.code()).as(stage.name()).containsKey("stoffprobe." + word);
      assertThat(stage.code().values()).as(stage.name()).noneMatch(String::isBlank);
    }
  }

  private static List<Stage> stages(Path file) throws Exception {
    return Pipeline.stages(PipelineReader.read(file, List.of()), Optional.empty());
  }
}

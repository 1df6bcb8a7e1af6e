package stoffprobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionalTest {

  @ParameterizedTest
  @ValueSource(strings = {"mine.yaml", "mine.YML", "pipelines/mine", "./report", "nowhere.yaml"})
  void whatLooksLikeAFileIsTakenAway(String argument) {
    List<String> arguments = new ArrayList<>(List.of(argument, "ingest"));

    assertThat(Positional.takePipeline(arguments)).contains(Path.of(argument));
    assertThat(arguments).containsExactly("ingest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "train-cnn", "train-yaml", "evaluate", "nonsense"})
  void whatLooksLikeAStageStays(String argument) {
    List<String> arguments = new ArrayList<>(List.of(argument, "mine.yaml"));

    assertThat(Positional.takePipeline(arguments)).isEmpty();
    assertThat(arguments).containsExactly(argument, "mine.yaml");
  }

  @Test
  void noArgumentsAreNoFile() {
    assertThat(Positional.takePipeline(new ArrayList<>())).isEmpty();
  }

  /** pom.xml lies in the folder that the tests run in. */
  @Test
  void aFileOfAnyNameIsOneUnlessItIsCalledAsAStageIs() throws Exception {
    assertThat(Positional.takePipeline(new ArrayList<>(List.of("pom.xml")))).isPresent();

    Path file = Path.of("report");
    Files.createFile(file);
    try {
      assertThat(Positional.takePipeline(new ArrayList<>(List.of("report")))).isEmpty();
    } finally {
      Files.delete(file);
    }
  }
}

package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.config.PipelineFile;
import stoffprobe.config.PipelineReader;

final class NewCommandTest {

  private static final Path STANDARD = Path.of("pipelines/fashion-mnist.yaml");

  @TempDir private Path folder;

  @Test
  void theNewFileIsTheStandardExperimentUnderItsName() throws Exception {
    Path file = folder.resolve("my-model.yaml");

    CommandLineRun run = CommandLineRun.of("new", file.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo(file.toString());
    PipelineFile written = PipelineReader.read(file, List.of());
    PipelineFile standard = PipelineReader.read(STANDARD, List.of());
    assertThat(written.name()).isEqualTo("my-model");
    assertThat(written).usingRecursiveComparison().ignoringFields("name").isEqualTo(standard);
    assertThat(Files.readString(file))
        .contains("stoffprobe run " + file, "output/my-model/")
        .doesNotContain("make all");
  }

  @Test
  void aFileThatExistsIsLeftAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");

    CommandLineRun run = CommandLineRun.of("new", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(file.toString(), "exists already");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mein Modell.yaml", ".yaml", "übung.yaml", "a.b.yaml", "absent/x.yaml"})
  void whatCannotBeWrittenIsToldWithoutWriting(String name) throws Exception {
    CommandLineRun run = CommandLineRun.of("new", folder.resolve(name).toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isNotBlank();
    assertThat(folder).isEmptyDirectory();
  }
}

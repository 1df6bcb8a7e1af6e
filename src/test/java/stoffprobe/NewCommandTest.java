package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.Invert;
import stoffprobe.config.ModelSettings;
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

  /** One command more, and the folder is a report. */
  @Test
  void aFolderOfPicturesBecomesAPipelineOfItsClasses() throws Exception {
    Path photos = folder.resolve("my photo's");
    for (String name : List.of("dress", "hat", "shoe", ".cache")) {
      Files.createDirectories(photos.resolve(name));
    }
    Path file = folder.resolve("photos.yaml");

    CommandLineRun run = CommandLineRun.of("new", file.toString(), "--folder", photos.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    PipelineFile written = PipelineReader.read(file, List.of());
    assertThat(written.dataset().title()).isEqualTo("my photo's");
    assertThat(written.dataset().classes().de()).containsExactly("dress", "hat", "shoe");
    assertThat(written.dataset().origin())
        .isEqualTo(
            new DatasetSettings.PictureFolder(
                photos, List.of("dress", "hat", "shoe"), Invert.AUTO, 0.2));
    assertThat(written.models()).extracting(ModelSettings::name).containsExactly("mlp", "cnn");
  }

  @Test
  void aDividedFolderKeepsItsTestSet() throws Exception {
    for (String name : List.of("train/a", "train/b", "test/a", "test/b")) {
      Files.createDirectories(folder.resolve("data").resolve(name));
    }
    Path file = folder.resolve("divided.yaml");

    CommandLineRun run =
        CommandLineRun.of("new", file.toString(), "--folder", folder.resolve("data").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(PipelineReader.read(file, List.of()).dataset().origin().testShare()).isZero();
  }

  @Test
  void aFolderWithoutClassesIsToldWithoutWriting() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path photos : List.of(empty, folder.resolve("absent"))) {
      CommandLineRun run =
          CommandLineRun.of(
              "new", folder.resolve("x.yaml").toString(), "--folder", photos.toString());

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains(photos.toString());
      assertThat(folder.resolve("x.yaml")).doesNotExist();
    }
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

package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.DatasetSettings;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.IdxFiles;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Split;
import stoffprobe.engine.StageException;

class IngestTest {

  @TempDir Path home;

  private Path data() {
    return home.resolve("data");
  }

  private Path completeData() {
    return Fixture.folder(data(), Fixture.NAMES.toArray(String[]::new));
  }

  private Ingest fromData(DatasetSettings dataset) {
    return Fixture.ingest(dataset, home, Fixture.source(Source.Kind.DATA, data()));
  }

  @Test
  void writesTheArraysInTheOrderOfTheSource() throws Exception {
    completeData();

    fromData(Fixture.hashed()).run(Fixture.workspace(home));

    LabelledImages train = Split.TRAIN.read(home.resolve("staging"));
    LabelledImages test = Split.TEST.read(home.resolve("staging"));
    assertThat(train.images().copy(1)).containsExactly(6, 7, 8, 9, 10, 11);
    assertThat(train.labels().toIntArray()).containsExactly(2, 0);
    assertThat(test.images().copy(0)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(test.labels().toIntArray()).containsExactly(1);
  }

  @Test
  void tellsWhereEachFileComesFromAndWhatItIs() throws Exception {
    completeData();
    Files.delete(data().resolve("test-i"));
    byte[] gzip = IdxFiles.gzip(Fixture.bytes("test-i"));
    Fixture.write(data().resolve("test-i.gz"), gzip);

    fromData(Fixture.unhashed()).run(Fixture.workspace(home));

    JsonNode source = new ObjectMapper().readTree(home.resolve("staging/source.json").toFile());
    assertThat(source.at("/license").asText()).isEqualTo("MIT");
    assertThat(source.at("/files").fieldNames())
        .toIterable()
        .containsExactly("train-images", "train-labels", "test-images", "test-labels");
    JsonNode test = source.at("/files/test-images");
    assertThat(test.at("/source").asText()).isEqualTo("data");
    assertThat(test.at("/path").asText()).isEqualTo(data().resolve("test-i.gz").toString());
    assertThat(test.at("/bytes").asLong()).isEqualTo(16 + 6);
    assertThat(test.at("/sha256").asText()).isEqualTo(Fixture.sha256(Fixture.bytes("test-i")));
  }

  @Test
  void wrongHashIsRefusedWithBothHashesAndTheKey() {
    completeData();
    byte[] other = IdxFiles.labels(2, 1);
    Fixture.write(data().resolve("train-l"), other);

    assertThatThrownBy(() -> fromData(Fixture.hashed()).run(Fixture.workspace(home)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(data().resolve("train-l").toString())
        .hasMessageContaining(Fixture.sha256(other))
        .hasMessageContaining(Fixture.sha256(Fixture.bytes("train-l")))
        .hasMessageContaining("dataset.files.train-labels.sha256");
  }

  @Test
  void labelBeyondTheClassesIsRefusedWithoutAHash() {
    completeData();
    Fixture.write(data().resolve("train-l"), IdxFiles.labels(2, 3));

    assertThatThrownBy(() -> fromData(Fixture.unhashed()).run(Fixture.workspace(home)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("label 3 of image 1 is none of the 3 classes (0 to 2)");
  }

  @Test
  void moreLabelsThanImagesAreRefusedWithoutAHash() {
    completeData();
    Fixture.write(data().resolve("test-l"), IdxFiles.labels(1, 1));

    assertThatThrownBy(() -> fromData(Fixture.unhashed()).run(Fixture.workspace(home)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(data().resolve("test-i") + " holds 1 images")
        .hasMessageContaining(data().resolve("test-l") + " holds 2 labels");
  }

  @Test
  void imagesOfAnotherSizeAreRefusedWithoutAHash() {
    completeData();
    Fixture.write(data().resolve("test-i"), IdxFiles.images(1, 3, 2));

    assertThatThrownBy(() -> fromData(Fixture.unhashed()).run(Fixture.workspace(home)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("images have 3 x 2 pixels, the pipeline file expects 2 x 3");
  }

  @Test
  void folderInPlaceOfAFileIsAPlainError() {
    completeData();
    Fixture.emptyFolder(home.resolve("data/test-i.gz"));
    assertThat(data().resolve("test-i").toFile().delete()).isTrue();

    assertThatThrownBy(() -> fromData(Fixture.hashed()).run(Fixture.workspace(home)))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageStartingWith(data().resolve("test-i.gz") + " can't be read: ");
  }

  @Test
  void dataFolderThatIsNotThereIsAnErrorWhateverTheOtherPlacesHave() {
    Path cache = Fixture.folder(home.resolve("cache"), Fixture.NAMES.toArray(String[]::new));
    Ingest ingest =
        Fixture.ingest(
            Fixture.hashed(),
            home,
            Fixture.source(Source.Kind.DATA, data()),
            Fixture.source(Source.Kind.CACHE, cache));

    assertThatThrownBy(() -> ingest.run(Fixture.workspace(home)))
        .isInstanceOf(StageException.class)
        .hasMessageContaining("--data " + data() + " is not a folder");
  }

  @Test
  void parametersAreThePathsOfThePipelineFile() {
    Map<String, Object> parameters = fromData(Fixture.hashed()).parameters();

    assertThat(parameters)
        .containsEntry("dataset.files.train-images.name", "train-i")
        .containsEntry("dataset.files.test-labels.sha256", Fixture.sha256(Fixture.bytes("test-l")))
        .containsEntry("dataset.classes", 3)
        .containsEntry("dataset.size", List.of(2, 3))
        .containsEntry("dataset.license", "MIT")
        .hasSize(11);
    assertThat(fromData(Fixture.unhashed()).parameters())
        .doesNotContainKey("dataset.files.test-labels.sha256");
  }

  @Test
  void nothingTemporaryIsLeft() throws Exception {
    Path unused = completeData();
    assertThat(unused).exists();
    Source.Remote fake = new FakeRemote(Source.Kind.DOWNLOAD, Fixture.files());

    Fixture.ingest(Fixture.hashed(), home, fake).run(Fixture.workspace(home));

    try (Stream<Path> left = Files.list(home.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }
}

package stoffprobe.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.ClassNames;
import stoffprobe.config.DatasetSettings;
import stoffprobe.config.DatasetSettings.SourceFile;
import stoffprobe.config.DatasetSettings.Sources;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.data.Split;
import stoffprobe.engine.StageException;

/** The same ten images as NumPy's files and as CSV, with a test set and without. */
final class ArrayFilesTest {

  private static final byte[] PIXELS = new byte[20];
  private static final byte[] LABELS = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};

  @TempDir private Path home;
  private Path files;

  @BeforeEach
  void writeTheFiles() throws Exception {
    files = Files.createDirectory(home.resolve("files"));
    StringBuilder csv = new StringBuilder("label,left,right\n");
    for (int i = 0; i < 10; i++) {
      PIXELS[2 * i] = (byte) i;
      PIXELS[2 * i + 1] = (byte) (255 - i);
      csv.append(LABELS[i]).append(',').append(i).append(',').append(255 - i).append('\n');
    }
    Npy.write(files.resolve("i.npy"), new Images(ByteBuffer.wrap(PIXELS), 10, 1, 2));
    Npy.write(files.resolve("l.npy"), new Labels(LABELS));
    Files.writeString(files.resolve("all.csv"), csv);
  }

  @Test
  void aTestSetIsTakenFromNumpyFilesByShare() throws Exception {
    run(0.2, "train-images=i.npy", "train-labels=l.npy");

    assertDivided();
  }

  @Test
  void aTestSetIsTakenFromACsvFileByShare() throws Exception {
    run(0.2, "train=all.csv");

    assertDivided();
  }

  @Test
  void aTestSetOfItsOwnIsTakenAsItIs() throws Exception {
    run(0, "train=all.csv", "test=all.csv");

    for (Split split : List.of(Split.TRAIN, Split.TEST)) {
      LabelledImages images = split.read(home.resolve("staging"));
      assertThat(images.images().pixels()).isEqualTo(ByteBuffer.wrap(PIXELS));
      assertThat(images.labels().bytes()).isEqualTo(ByteBuffer.wrap(LABELS));
    }
  }

  @Test
  void anUnknownClassIsNamed() throws Exception {
    Files.writeString(files.resolve("all.csv"), "2,0,0\n");

    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> run(0.2, "train=all.csv"))
        .withMessageContaining("label 2 of image 0 is none of the 2 classes");
  }

  @Test
  void theShareAndTheSeedAreParametersWhereAShareIsTaken() {
    assertThat(ingest(0.2, "train=all.csv").parameters())
        .containsEntry("dataset.test-share", 0.2)
        .containsEntry("seed", 42L);
    assertThat(ingest(0, "train=all.csv", "test=all.csv").parameters())
        .doesNotContainKeys("dataset.test-share", "seed");
  }

  @Test
  void coloursStayInTheirOrder() throws Exception {
    colours();

    ingest(true, 0, "train-images=c.npy", "train-labels=l.npy", "test=c.csv")
        .run(Fixture.workspace(home));

    for (Split split : List.of(Split.TRAIN, Split.TEST)) {
      Images images = split.read(home.resolve("staging")).images();
      assertThat(images.shape()).containsExactly(10, 1, 2, 3);
      assertThat(images.pixel(7, 0, 1, 2)).isEqualTo(75);
    }
    assertThat(ingest(true, 0.2, "train=c.csv").parameters()).containsEntry("dataset.colour", true);
    assertThat(ingest(0.2, "train=c.csv").parameters()).doesNotContainKey("dataset.colour");
  }

  @Test
  void filesInColourNeedTheKey() throws Exception {
    colours();

    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> run(0.2, "train-images=c.npy", "train-labels=l.npy"))
        .withMessageContaining("c.npy")
        .withMessageContaining("are in colour")
        .withMessageContaining("Write dataset.colour: true");
  }

  @Test
  void greyFilesMustNotHaveTheKey() throws Exception {
    assertThatExceptionOfType(StageException.class)
        .isThrownBy(
            () ->
                ingest(true, 0.2, "train-images=i.npy", "train-labels=l.npy")
                    .run(Fixture.workspace(home)))
        .withMessageContaining("i.npy")
        .withMessageContaining("are grey ([n, height, width]), but dataset.colour is true");
  }

  /** Ten images of 1 x 2 pixels whose values are 10 times the image plus their place. */
  private void colours() throws Exception {
    byte[] values = new byte[10 * 6];
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      csv.append(LABELS[i]);
      for (int p = 0; p < 6; p++) {
        values[6 * i + p] = (byte) (10 * i + p);
        csv.append(',').append(10 * i + p);
      }
      csv.append('\n');
    }
    Npy.write(files.resolve("c.npy"), new Images(ByteBuffer.wrap(values), 10, 1, 2, 3));
    Files.writeString(files.resolve("c.csv"), csv);
  }

  private void assertDivided() throws Exception {
    LabelledImages train = Split.TRAIN.read(home.resolve("staging"));
    LabelledImages test = Split.TEST.read(home.resolve("staging"));
    assertThat(train.count()).isEqualTo(8);
    assertThat(test.labels().toIntArray()).containsExactly(0, 1);
    int[] seen =
        Stream.of(train, test)
            .flatMapToInt(
                part ->
                    java.util.stream.IntStream.range(0, part.count())
                        .map(i -> part.images().pixel(i, 0, 0)))
            .sorted()
            .toArray();
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (int i = 0; i < train.count(); i++) {
      assertThat(train.labels().get(i)).isEqualTo(train.images().pixel(i, 0, 0) / 5);
    }
    try (Stream<Path> left = Files.list(home.resolve("staging"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "train-images.npy",
              "train-labels.npy",
              "test-images.npy",
              "test-labels.npy",
              "source.json");
    }
  }

  private void run(double share, String... named) throws Exception {
    ingest(share, named).run(Fixture.workspace(home));
  }

  private Ingest ingest(double share, String... named) {
    return ingest(false, share, named);
  }

  private Ingest ingest(boolean colour, double share, String... named) {
    List<SourceFile> sources =
        Arrays.stream(named)
            .map(one -> one.split("=", 2))
            .map(one -> new SourceFile(one[0], one[1], Optional.empty()))
            .toList();
    DatasetSettings dataset =
        new DatasetSettings(
            "Ten",
            new ClassNames(List.of("a", "b"), List.of("a", "b")),
            1,
            2,
            colour,
            Optional.empty(),
            new DatasetSettings.Files(sources, Sources.NOWHERE, share));
    return Fixture.ingest(dataset, home, Fixture.source(Source.Kind.FOLDER, files));
  }
}

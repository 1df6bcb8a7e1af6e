package stoffprobe.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.DatasetSettings.PictureFolder;

/** What a file of about ten lines says of a folder of pictures. */
final class PictureFolderReaderTest {

  @TempDir Path folder;
  private Path photos;

  @BeforeEach
  void twoClasses() throws Exception {
    photos = folder.resolve("photos");
    Files.createDirectories(photos.resolve("shoe"));
    Files.createDirectories(photos.resolve("dress"));
    Files.createDirectories(photos.resolve(".thumbnails"));
    Files.createFile(photos.resolve("readme.txt"));
  }

  @Test
  void theClassesAreTheSortedFoldersAndEveryDefault() throws Exception {
    DatasetSettings dataset = Sample.read(folder, text("")).dataset();

    assertThat(dataset.classes().de()).containsExactly("dress", "shoe");
    assertThat(dataset.classes().en()).containsExactly("dress", "shoe");
    assertThat(dataset.origin())
        .isEqualTo(new PictureFolder(photos, List.of("dress", "shoe"), Invert.AUTO, 0.2));
    assertThat(dataset.imageShape()).isEqualTo(new Shape.Image(28, 28, 1));
  }

  @Test
  void everyKeyIsRead() throws Exception {
    String keys =
        """
          size: [20, 30]
          test-share: 0.3
          invert: always
          classes: {folders: [shoe, dress], de: [Schuh, Kleid], en: [Shoe, Dress]}
        """;

    DatasetSettings dataset = Sample.read(folder, text(keys)).dataset();

    assertThat(dataset.classes().de()).containsExactly("Schuh", "Kleid");
    assertThat(dataset.classes().en()).containsExactly("Shoe", "Dress");
    assertThat(dataset.origin())
        .isEqualTo(new PictureFolder(photos, List.of("shoe", "dress"), Invert.ALWAYS, 0.3));
    assertThat(dataset.imageShape()).isEqualTo(new Shape.Image(20, 30, 1));
  }

  @Test
  void namedClassesAreTheFoldersInThisOrder() throws Exception {
    DatasetSettings dataset = Sample.read(folder, text("  classes: [shoe, dress]\n")).dataset();

    assertThat(((PictureFolder) dataset.origin()).classFolders()).containsExactly("shoe", "dress");
  }

  @Test
  void trainAndTestAreATestSetOfItsOwn() throws Exception {
    for (String name : List.of("train/shoe", "train/dress", "test/shoe", "test/dress")) {
      Files.createDirectories(folder.resolve("divided").resolve(name));
    }
    String divided = text("").replace("folder: " + photos, "folder: " + folder + "/divided");

    DatasetSettings dataset = Sample.read(folder, divided).dataset();

    assertThat(dataset.classes().de()).containsExactly("dress", "shoe");
    assertThat(dataset.origin().testShare()).isZero();
    assertThat(Sample.problems(folder, divided.replace("models:", "  test-share: 0.1\nmodels:")))
        .containsExactly(
            "x.yaml:6: dataset.test-share: found a share although divided holds train and test,"
                + " expected one of the two");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws Exception {
    String keys =
        """
          test-share: 0.9
          invert: maybe
          classes: [shoe, hat]
          files: {}
          color: true
        """;

    assertThat(Sample.problems(folder, text(keys)))
        .containsExactly(
            "x.yaml:6: dataset.test-share: found 0.9, expected a number from 0.01 to 0.5",
            "x.yaml:7: dataset.invert: found \"maybe\", expected auto or never or always",
            "x.yaml:8: dataset.classes: found no folder \"hat\" in photos, expected a folder for"
                + " each class, named as it or in classes.folders; there are \"dress\", \"shoe\"",
            "x.yaml:9: dataset.files: found files besides a folder, expected one of the two",
            "x.yaml:10: dataset.color: found an unknown key, expected one of title, size, colour,"
                + " license, folder, files, invert, test-share, classes; did you mean"
                + " \"colour\"?");
  }

  @Test
  void aFolderThatIsMissingOrHoldsNoClassesIsSaid() throws Exception {
    assertThat(Sample.problems(folder, text("").replace("folder: " + photos, "folder: fotos")))
        .containsExactly(
            "x.yaml:5: dataset.folder: found no folder fotos, seen from the current folder, expected"
                + " a folder with a folder of pictures a class");
    assertThat(
            Sample.problems(
                folder, text("").replace("folder: " + photos, "folder: " + photos + "/shoe")))
        .containsExactly(
            "x.yaml:5: dataset.folder: found 0 folders in photos/shoe, expected 2 to 256, one of"
                + " pictures a class");
    assertThat(
            Sample.problems(
                folder, text("").replace("folder: " + photos, "folder: " + photos + "/readme.txt")))
        .contains(
            "x.yaml:5: dataset.folder: found a file, expected a folder with a folder of pictures a"
                + " class");
  }

  /** Else nothing could be asked of a trained model once the pictures are put away. */
  @Test
  void namedClassesNeedNoFolder() throws Exception {
    String gone = text("  classes: [a, b]\n").replace("folder: " + photos, "folder: gone");

    assertThat(Sample.problems(folder, gone)).isEmpty();
  }

  /** The last layer has to have as many values as there are folders. */
  @Test
  void theLayersAreHeldAgainstTheNumberOfFolders() throws Exception {
    Files.createDirectories(photos.resolve("hat"));

    assertThat(Sample.problems(folder, text("")))
        .singleElement()
        .asString()
        .contains("models.mlp.layers[1]", "3");
  }

  private String text(String keys) {
    return """
        pipeline: photos
        seed: 7
        dataset:
          title: Photos
          folder: %s
        %smodels:
          mlp:
            layers:
              - flatten
              - dense: 2
        """
        .formatted(photos, keys);
  }

  @Test
  void colourKeepsPicturesAsTheyAre() throws Exception {
    DatasetSettings dataset = Sample.read(folder, text("  colour: true\n")).dataset();

    assertThat(dataset.imageShape()).isEqualTo(new Shape.Image(28, 28, 3));
    assertThat(dataset.invert()).isEqualTo(Invert.NEVER);
    assertThat(dataset.origin())
        .isEqualTo(new PictureFolder(photos, List.of("dress", "shoe"), Invert.NEVER, 0.2));
    assertThat(Sample.read(folder, text("  colour: true\n  invert: never\n")).dataset())
        .isEqualTo(dataset);
    assertThat(Sample.read(folder, text("  colour: false\n")).dataset())
        .isEqualTo(Sample.read(folder, text("")).dataset());
  }

  @Test
  void coloursHaveNoNegative() throws Exception {
    assertThat(Sample.problems(folder, text("  colour: true\n  invert: auto\n")))
        .singleElement()
        .asString()
        .contains("dataset.invert: found auto besides colour: true, expected never, or no invert");
  }

  @Test
  void eachColourMayHaveItsOwnNormalisation() throws Exception {
    String colour = text("  colour: true\n");
    String own = colour + "preprocess: {mean: [0.4, 0.5, 0.6], std: 0.25}\n";

    PreprocessSettings preprocess = Sample.read(folder, own).preprocess();

    assertThat(preprocess.mean()).isEqualTo(new PerChannel(List.of(0.4, 0.5, 0.6)));
    assertThat(preprocess.mean().of(2)).isEqualTo(0.6);
    assertThat(preprocess.std().of(2)).isEqualTo(0.25);
    assertThat(Sample.problems(folder, colour + "preprocess: {mean: [0.4, 0.5]}\n"))
        .singleElement()
        .asString()
        .contains("preprocess.mean: found a list of 2, expected a number, or a list of three");
    assertThat(Sample.problems(folder, colour + "preprocess: {std: [0.4, 0, 1]}\n"))
        .singleElement()
        .asString()
        .contains("preprocess.std[1]: found 0, expected a number from 0.001 to 100");
  }
}

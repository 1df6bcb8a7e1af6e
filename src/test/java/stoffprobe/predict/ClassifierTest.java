package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stoffprobe.Sample;
import stoffprobe.SmokeModel;
import stoffprobe.data.BrokenFileException;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;

/** A model's folder, carried away from the run that it comes from. */
final class ClassifierTest {

  @TempDir private Path temporary;

  @Test
  void theFolderKnowsNamesAndWhatIsUnlike() throws IOException {
    try (Classifier classifier = Classifier.open(SmokeModel.folder())) {
      assertThat(classifier.classNames()).isEqualTo(Sample.CLASSES.de());
      assertThat(classifier.classify(new byte[784]).unlike()).as("all black").isTrue();
      assertThat(classifier.classify(images().copy(0)).unlike()).isFalse();
    }
    List<String> english = ModelFolder.read(SmokeModel.folder()).classes().en();
    try (Classifier classifier =
        Classifier.open(SmokeModel.folder(), Classifier.Options.DEFAULT.named(english))) {
      assertThat(english).contains(classifier.classify(images().copy(0)).className());
    }
  }

  @Test
  void aPlainSavedModelGivesTheSameProbabilitiesAndNoNames() throws IOException {
    Images images = images();
    try (Classifier known = Classifier.open(SmokeModel.folder());
        Classifier plain = Classifier.open(SmokeModel.folder().resolve("saved_model"))) {
      assertThat(plain.probabilities(images)).isEqualTo(known.probabilities(images));
      assertThat(plain.classNames())
          .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      assertThat(plain.classify(new byte[784]).distance()).isEmpty();
    }
  }

  @Test
  void anImageIsTheSameAsBytesAsPictureAndAmongOthers() throws IOException {
    Images images = images();
    byte[] pixels = images.copy(5);
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, 28, 28, pixels);
    try (Classifier classifier = Classifier.open(SmokeModel.folder())) {
      Classification alone = classifier.classify(pixels);

      assertThat(classifier.classify(picture)).isEqualTo(alone);
      Classification among = classifier.classify(images).get(5);
      assertThat(among.label()).isEqualTo(alone.label());
      assertThat(among.distance()).isEqualTo(alone.distance());
    }
  }

  /** 121 leave one over in the last chunk, which would be a product with a vector. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 24, 121})
  void anAnswerDependsToTheLastBitOnNoOtherImage(int batch) throws IOException {
    Images images = images();
    try (Classifier classifier = Classifier.open(SmokeModel.folder())) {
      List<Classification> together = classifier.classify(images);
      List<Classification> inBatches = new ArrayList<>();
      for (int from = 0; from < images.count(); from += batch) {
        int count = Math.min(batch, images.count() - from);
        inBatches.addAll(
            classifier.classify(
                new Images(
                    images.pixels().slice(from * images.size(), count * images.size()),
                    count,
                    images.height(),
                    images.width())));
      }

      assertThat(inBatches).isEqualTo(together);
    }
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    Images images = images();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Classifier classifier = Classifier.open(SmokeModel.folder())) {
      List<Classification> expected = new ArrayList<>();
      for (int i = 0; i < images.count(); i++) {
        expected.add(classifier.classify(images.copy(i)));
      }
      List<Future<Classification>> answers = new ArrayList<>();
      for (int i = 0; i < images.count(); i++) {
        int index = i;
        answers.add(threads.submit(() -> classifier.classify(images.copy(index))));
      }
      for (int i = 0; i < images.count(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(expected.get(i));
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Native memory that is freed under a running session would end the whole program. */
  @Test
  void closingWhileOthersAskEndsInAPlainException() throws Exception {
    Images images = images();
    Classifier classifier = Classifier.open(SmokeModel.folder());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<String>> ends = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ends.add(
          threads.submit(
              () -> {
                try {
                  while (true) {
                    classifier.probabilities(images);
                  }
                } catch (IllegalStateException e) {
                  return e.getMessage();
                }
              }));
    }
    Thread.sleep(50);
    classifier.close();
    classifier.close();

    for (Future<String> end : ends) {
      assertThat(end.get()).isEqualTo("this classifier is closed");
    }
    threads.shutdown();
    assertThatIllegalStateException().isThrownBy(() -> classifier.classify(new byte[784]));
  }

  @Test
  void imagesOfAnotherSizeAreRefused() throws IOException {
    try (Classifier classifier = Classifier.open(SmokeModel.folder())) {
      assertThatIllegalArgumentException().isThrownBy(() -> classifier.classify(new byte[783]));
    }
  }

  @Test
  void aDamagedFolderIsNamedFileByFile() throws IOException {
    Path copy = copy();
    Path variables = copy.resolve("saved_model/variables/variables.data-00000-of-00001");
    byte[] bytes = Files.readAllBytes(variables);
    bytes[100] ^= 1;
    Files.write(variables, bytes);
    assertBroken(copy, "variables.data-00000-of-00001", "is not the file");

    Files.delete(variables);
    assertBroken(copy, "variables.data-00000-of-00001", "is missing");

    Path description = copy.resolve("model.json");
    String json = Files.readString(description);
    Files.writeString(description, json.replace("\"references.npy\" :", "\"../escape\" :"));
    assertBroken(copy, "model.json");
    Files.writeString(description, json.replace("\"MODEL.md\" :", "\"../../MODEL.md\" :"));
    assertBroken(copy, "outside its folder");
    Files.writeString(description, "{\"schema\": \"other/1\"}");
    assertBroken(copy, "no stoffprobe-model/1");
    Files.writeString(description, "{");
    assertBroken(copy, "model.json", "no JSON");
  }

  /** Training on white ground and classifying negatives would be wrong without a word. */
  @Test
  void picturesAreTurnedAsThoseOfTheTrainingWere() throws IOException {
    BufferedImage white = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    byte[] bright = new byte[784];
    java.util.Arrays.fill(bright, (byte) 255);
    white.getRaster().setDataElements(0, 0, 28, 28, bright);
    Path copy = copy();
    Path description = copy.resolve("model.json");
    String json = Files.readString(description);
    Files.writeString(description, json.replace("\"invert\" : \"auto\"", "\"invert\" : \"never\""));

    try (Classifier auto = Classifier.open(SmokeModel.folder());
        Classifier never = Classifier.open(copy)) {
      assertThat(auto.classify(white)).isEqualTo(auto.classify(new byte[784]));
      assertThat(never.classify(white)).isEqualTo(never.classify(bright));
      assertThat(never.classify(white)).isNotEqualTo(auto.classify(white));
    }
    Files.writeString(description, json.replace("\"invert\" : \"auto\"", "\"invert\" : \"often\""));
    assertBroken(copy, "input.invert is 'often'");
  }

  @Test
  void namesForOtherClassesAreRefused() {
    assertThatIOException()
        .isThrownBy(
            () ->
                Classifier.open(
                    SmokeModel.folder(), Classifier.Options.DEFAULT.named(List.of("a", "b"))))
        .withMessageContainingAll("10 classes", "names for 2");
  }

  @Test
  void theModelCardTellsWhatToKnow() throws IOException {
    String card = Files.readString(SmokeModel.folder().resolve("MODEL.md"));

    assertThat(card)
        .contains(
            "# cnn, trained on FashionMNIST, a small sample",
            "500 training images and 200 test images",
            ModelFolder.read(SmokeModel.folder()).weightsSha256(),
            "| Ankle boot |",
            "confuses most often",
            "--model-folder cnn");
    assertThat(card).doesNotContain("%s").doesNotContain("null");
  }

  /** Another language, the same figures: each table's row has the numbers of the other's. */
  @Test
  void theModelCardIsThereInGermanToo() throws IOException {
    String german = Files.readString(SmokeModel.folder().resolve("MODEL.de.md"));
    String english = Files.readString(SmokeModel.folder().resolve("MODEL.md"));

    assertThat(german)
        .contains(
            "# cnn, trainiert mit FashionMNIST, a small sample",
            "10 Arten von Graustufenbildern mit je 28 x 28 Bildpunkten",
            "500 Trainingsbilder und 200 Testbilder",
            "ins Negativ gewendet, wenn",
            "Am häufigsten verwechselt es: ",
            ModelFolder.read(SmokeModel.folder()).weightsSha256(),
            "uint8 [n, 28, 28]");
    assertThat(german).doesNotContain("%s").doesNotContain("null");
    List<String> rows = rows(german);
    assertThat(rows).hasSize(1 + 10).element(10).asString().startsWith("| Stiefel |");
    List<String> expected = rows(english);
    for (int i = 1; i < rows.size(); i++) {
      String figures = rows.get(i).replaceFirst("\\| [^|]+ ", "").replace(',', '.');
      assertThat(figures.replace("bis", "to"))
          .isEqualTo(expected.get(i).replaceFirst("\\| [^|]+ ", ""));
    }
    assertThat(sentence(german, "Makro-F1 ").replace(',', '.'))
        .isEqualTo(sentence(english, "Macro-F1 "));
  }

  private static List<String> rows(String card) {
    return card.lines().filter(line -> line.startsWith("| ")).toList();
  }

  /** The number behind some words. */
  private static String sentence(String card, String words) {
    int start = card.indexOf(words) + words.length();
    return card.substring(start, card.indexOf(';', start));
  }

  private void assertBroken(Path folder, String... words) {
    assertThatExceptionOfType(BrokenFileException.class)
        .isThrownBy(() -> Classifier.open(folder))
        .withMessageContainingAll(words);
  }

  private Path copy() throws IOException {
    Path copy = temporary.resolve("cnn");
    try (Stream<Path> files = Files.walk(SmokeModel.folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(SmokeModel.folder().relativize(file).toString()));
      }
    }
    return copy;
  }

  private static Images images() throws IOException {
    return Idx.readImages(Sample.folder().resolve("t10k-images-idx3-ubyte.gz")).values();
  }
}

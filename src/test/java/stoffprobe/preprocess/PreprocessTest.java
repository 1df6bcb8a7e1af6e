package stoffprobe.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.PreprocessSettings;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.data.Split;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;

/** Six training images of 1 x 1 pixel, three of each of two classes, and three test images. */
class PreprocessTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path root;
  private Path ingest;
  private Workspace workspace;

  @BeforeEach
  void dataSet() throws IOException {
    ingest = Files.createDirectories(root.resolve("1-ingest"));
    workspace =
        new Workspace(root, Files.createDirectories(root.resolve("staging")), Progress.NONE);
    write(Split.TRAIN, new byte[] {10, 20, 30, 40, 50, 20}, new byte[] {0, 1, 0, 1, 0, 1});
    write(Split.TEST, new byte[] {7, 20, 50}, new byte[] {1, 1, 0});
  }

  private void write(Split split, byte[] pixels, byte[] labels) throws IOException {
    Npy.write(
        ingest.resolve(split.imagesFile()),
        new Images(ByteBuffer.wrap(pixels), labels.length, 1, 1));
    Npy.write(ingest.resolve(split.labelsFile()), new Labels(labels));
  }

  private static Preprocess preprocess(double validation) {
    return new Preprocess(
        "ingest",
        "1-ingest",
        42,
        new PreprocessSettings(0.5, 0.25, validation),
        Map.of(),
        new Environment(Map.of(), Map.of()));
  }

  private JsonNode json(String file) throws IOException {
    return JSON.readTree(workspace.output(file).toFile());
  }

  @Test
  void withoutValidationTheArraysStayAsTheyAre() throws Exception {
    preprocess(0).run(workspace);

    for (Split split : new Split[] {Split.TRAIN, Split.TEST}) {
      assertThat(workspace.output(split.imagesFile()))
          .hasSameBinaryContentAs(ingest.resolve(split.imagesFile()));
      assertThat(workspace.output(split.labelsFile()))
          .hasSameBinaryContentAs(ingest.resolve(split.labelsFile()));
    }
    assertThat(workspace.output("validation-images.npy")).doesNotExist();
  }

  @Test
  void normalizationIsWrittenForWhoeverFeedsTheNetworkBesidesUs() throws Exception {
    preprocess(0).run(workspace);

    assertThat(json("normalization.json"))
        .isEqualTo(JSON.readTree("{\"scale\": 255, \"mean\": 0.5, \"std\": 0.25}"));
  }

  @Test
  void sharedImagesAreListedWithBothIndicesAndAreNoError() throws Exception {
    preprocess(0).run(workspace);

    assertThat(json("leakage.json"))
        .isEqualTo(
            JSON.readTree(
                """
                {"train_test": {"shared": 2, "images": [
                  {"train": 1, "test": 1}, {"train": 4, "test": 2}]}}
                """));
  }

  @Test
  void validationHoldsOutTheSameShareOfEachClass() throws Exception {
    preprocess(1.0 / 3).run(workspace);

    LabelledImages train = Split.TRAIN.read(workspace.staging());
    LabelledImages validation = Split.VALIDATION.read(workspace.staging());
    assertThat(train.labels().toIntArray()).containsExactlyInAnyOrder(0, 0, 1, 1);
    assertThat(validation.labels().toIntArray()).containsExactlyInAnyOrder(0, 1);
    byte[] all = new byte[6];
    for (int i = 0; i < 4; i++) {
      all[i] = train.images().copy(i)[0];
    }
    for (int i = 0; i < 2; i++) {
      all[4 + i] = validation.images().copy(i)[0];
      // Odd tens have label 0, even ones label 1: images and labels went together.
      assertThat(validation.labels().get(i)).isEqualTo(1 - all[4 + i] / 10 % 2);
    }
    assertThat(all).containsExactlyInAnyOrder(10, 20, 30, 40, 50, 20);
  }

  @Test
  void validationIsCheckedForLeakageToo() throws Exception {
    write3SameImages();

    preprocess(1.0 / 3).run(workspace);

    JsonNode leakage = json("leakage.json");
    assertThat(leakage.fieldNames())
        .toIterable()
        .containsExactly("train_validation", "train_test", "validation_test");
    assertThat(leakage.at("/train_validation"))
        .isEqualTo(
            JSON.readTree("{\"shared\": 1, \"images\": [{\"train\": 0, \"validation\": 0}]}"));
    assertThat(leakage.at("/validation_test/shared").asInt()).isZero();
  }

  private void write3SameImages() throws IOException {
    Files.delete(ingest.resolve(Split.TRAIN.imagesFile()));
    Files.delete(ingest.resolve(Split.TRAIN.labelsFile()));
    write(Split.TRAIN, new byte[] {1, 1, 1}, new byte[] {0, 0, 0});
  }

  @Test
  void seedCountsOnlyWhereSomethingIsDrawn() {
    assertThat(preprocess(0).parameters())
        .containsOnly(
            Map.entry("preprocess.mean", 0.5),
            Map.entry("preprocess.std", 0.25),
            Map.entry("preprocess.validation", 0.0));
    assertThat(preprocess(0.1).parameters()).containsEntry("seed", 42L);
  }
}

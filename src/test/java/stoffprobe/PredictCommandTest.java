package stoffprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;

/** {@code predict} with a model that was carried away, as scripts and people use it. */
final class PredictCommandTest {

  private static final Path IDX = Sample.folder().resolve("t10k-images-idx3-ubyte.gz");

  @TempDir private Path folder;
  private Path good;
  private Path white;

  @BeforeEach
  void draw() throws IOException {
    Images images = Idx.readImages(IDX).values();
    good = folder.resolve("good.png");
    BufferedImage picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, 28, 28, images.copy(0));
    ImageIO.write(picture, "png", good.toFile());
    white = folder.resolve("white.png");
    BufferedImage blank = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(blank, "png", white.toFile());
  }

  @Test
  void aTableMarksWhatIsUnlikeTheTrainingImages() {
    CommandLineRun run = predict(good, white);

    assertThat(run.exitCode()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("good.png").endsWith("%");
    assertThat(lines.get(1)).contains("white.png", "unlike the training images");
    assertThat(run.err()).contains("1 of 2 images are unlike");
  }

  @Test
  void strictTellsAScriptSo() {
    assertThat(predict(good, "--strict").exitCode()).isZero();
    assertThat(predict(good, white, "--strict").exitCode()).isEqualTo(6);
  }

  @Test
  void csvHasARowAnImageAndTheTopAtItsEnd() {
    CommandLineRun run = predict(good, IDX, "--csv", "--top", "3");

    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(202);
    assertThat(lines.get(0))
        .startsWith(
            "file,index,class,class_name,probability,inverted,distance,unlike,probability_0,")
        .endsWith("probability_at_2,class_at_3,name_at_3,probability_at_3");
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(8 + 10 + 2 * 3));
    // the same image, as a file and in the data set; last bits depend on how many are asked at once
    String[] ofFile = lines.get(1).split(",", -1);
    String[] ofDataSet = lines.get(2).split(",", -1);
    for (int column : new int[] {1, 2, 3, 5, 6, 7}) {
      assertThat(ofFile[column]).isEqualTo(ofDataSet[column]);
    }
    for (int k = 0; k < 10; k++) {
      assertThat(Float.parseFloat(ofFile[8 + k]))
          .isCloseTo(Float.parseFloat(ofDataSet[8 + k]), within(1e-6f));
    }
  }

  @Test
  void jsonHasTheTopToo() throws IOException {
    JsonNode answers = new ObjectMapper().readTree(predict(good, "--json", "--top", "2").out());

    assertThat(answers).hasSize(1);
    JsonNode answer = answers.get(0);
    assertThat(answer.get("top")).hasSize(2);
    assertThat(answer.get("top").get(0).get("class")).isEqualTo(answer.get("class"));
    assertThat(answer.get("unlike").asBoolean()).isFalse();
  }

  @Test
  void brokenFilesAreAllNamedAndTheOthersClassified() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
    Path nowhere = folder.resolve("nowhere.png");

    CommandLineRun run = predict(broken, good, nowhere, "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(run.out())).hasSize(1);
    assertThat(run.err()).contains("broken.png", "nowhere.png", "2 could not be read; 1 images");
  }

  @Test
  void whatTheNetworkSeesIsDrawnAndSaved() throws IOException {
    Path seen = folder.resolve("seen");

    CommandLineRun run = predict(good, "--show-input", "--save-input", seen.toString());

    assertThat(run.out().lines()).hasSize(15);
    assertThat(run.out().lines().skip(1)).allMatch(line -> line.matches("  \\|[ ░▒▓█]{28}\\|"));
    BufferedImage saved = ImageIO.read(seen.resolve("000001-good.png-0.png").toFile());
    assertThat(saved.getRaster().getDataElements(0, 0, 28, 28, null))
        .isEqualTo(Idx.readImages(IDX).values().copy(0));
  }

  @Test
  void wrongUseIsToldFromWhatIsMissing() {
    assertThat(CommandLineRun.of("predict", good.toString()).err()).contains("Which model?");
    assertThat(predict(good, "--model", "cnn").exitCode()).isEqualTo(2);
    assertThat(predict(good, "--top", "0").exitCode()).isEqualTo(2);
    assertThat(predict(good, "--json", "--csv").exitCode()).isEqualTo(2);
    assertThat(predict(good, "--json", "--show-input").exitCode()).isEqualTo(2);
    CommandLineRun empty =
        CommandLineRun.of("predict", good.toString(), "--model-folder", folder.toString());
    assertThat(empty.exitCode()).isEqualTo(1);
    assertThat(empty.err()).contains("holds no saved model");
  }

  private static CommandLineRun predict(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("predict"));
    all.addAll(List.of("--model-folder", SmokeModel.folder().toString()));
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    return CommandLineRun.of(all.toArray(String[]::new));
  }
}

package stoffprobe.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.ClassNames;
import stoffprobe.config.ExploreSettings;
import stoffprobe.data.Images;
import stoffprobe.data.Labels;
import stoffprobe.data.Npy;
import stoffprobe.data.Split;
import stoffprobe.engine.Environment;
import stoffprobe.engine.Input;
import stoffprobe.engine.Progress;
import stoffprobe.engine.Workspace;

/** Four training images and two test images of 1 x 2 pixels, small enough to count by hand. */
class ExploreTest {

  private static final ClassNames CLASSES =
      new ClassNames(
          List.of("Hose", "Größe \"S\", M", "Hemd"), List.of("Trouser", "S, M", "Shirt"));

  @TempDir Path root;
  private Workspace workspace;

  @BeforeEach
  void dataSet() throws IOException {
    Path ingest = Files.createDirectories(root.resolve("1-ingest"));
    workspace =
        new Workspace(root, Files.createDirectories(root.resolve("staging")), Progress.NONE);
    write(ingest, Split.TRAIN, new byte[] {0, (byte) 255, 3, 4, 0, (byte) 255, 5, 5}, 1, 0, 1, 1);
    write(ingest, Split.TEST, new byte[] {3, 4, 9, 9}, 0, 2);
  }

  private static void write(Path folder, Split split, byte[] pixels, int... labels)
      throws IOException {
    byte[] values = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      values[i] = (byte) labels[i];
    }
    Npy.write(
        folder.resolve(split.imagesFile()),
        new Images(ByteBuffer.wrap(pixels), labels.length, 1, 2));
    Npy.write(folder.resolve(split.labelsFile()), new Labels(values));
  }

  private static Explore explore(int samples, long seed) {
    return new Explore(
        "ingest",
        "1-ingest",
        seed,
        CLASSES,
        new ExploreSettings(samples),
        Map.of(),
        new Environment(Map.of(), Map.of()));
  }

  private String written(String file) throws IOException {
    return Files.readString(workspace.output(file));
  }

  @Test
  void countsEveryClassOfBothSplits() throws IOException {
    explore(2, 42).run(workspace);

    assertThat(written("class-counts.csv"))
        .isEqualTo(
            """
            split,class_index,class_name,count,percent
            train,0,Hose,1,25.0
            train,1,"Größe ""S"", M",3,75.0
            train,2,Hemd,0,0.0
            test,0,Hose,1,50.0
            test,1,"Größe ""S"", M",0,0.0
            test,2,Hemd,1,50.0
            """);
  }

  @Test
  void statisticsAreThoseCountedByHand() throws IOException {
    explore(2, 42).run(workspace);

    JsonNode statistics = new ObjectMapper().readTree(workspace.output("statistics.json").toFile());
    assertThat(statistics.fieldNames())
        .toIterable()
        .containsExactly("train", "test", "shared_between_splits");
    JsonNode train = statistics.at("/train");
    assertThat(train.fieldNames())
        .toIterable()
        .containsExactly("count", "percent", "pixel_mean", "pixel_std", "duplicates");
    assertThat(train.at("/count").asInt()).isEqualTo(4);
    assertThat(train.at("/percent").asDouble()).isEqualTo(400.0 / 6);
    // (0 + 255 + 3 + 4 + 0 + 255 + 5 + 5) / 8; the squares add up to 130125.
    assertThat(train.at("/pixel_mean").asDouble()).isEqualTo(527.0 / 8);
    assertThat(train.at("/pixel_std").asDouble())
        .isCloseTo(Math.sqrt(130125.0 / 8 - 65.875 * 65.875), within(1e-9));
    assertThat(train.at("/duplicates").asInt()).isEqualTo(1);
    assertThat(statistics.at("/test/pixel_mean").asDouble()).isEqualTo(6.25);
    assertThat(statistics.at("/test/duplicates").asInt()).isZero();
    assertThat(statistics.at("/shared_between_splits").asInt()).isEqualTo(1);
  }

  @Test
  void samplesAreDistinctAndNamed() throws IOException {
    explore(4, 42).run(workspace);

    List<String> lines = written("samples.csv").lines().toList();
    assertThat(lines.get(0)).isEqualTo("position,index,class_index,class_name");
    assertThat(lines.subList(1, 5))
        .map(line -> line.substring(line.indexOf(',') + 1))
        .containsExactlyInAnyOrder(
            "0,1,\"Größe \"\"S\"\", M\"",
            "1,0,Hose",
            "2,1,\"Größe \"\"S\"\", M\"",
            "3,1,\"Größe \"\"S\"\", M\"");
    assertThat(lines.subList(1, 5)).map(line -> line.charAt(0)).containsExactly('0', '1', '2', '3');
  }

  @Test
  void moreSamplesThanImagesAreAllImages() throws IOException {
    explore(1000, 42).run(workspace);

    assertThat(written("samples.csv").lines()).hasSize(1 + 4);
  }

  @Test
  void moreSamplesBeginWithTheSameOnesAndAnotherSeedDrawsOthers() {
    List<Integer> five = Samples.draw(500, 5, 42).indices();

    // Computed by another program after the documented stream.
    assertThat(five).containsExactly(476, 388, 462, 445, 157);
    assertThat(Samples.draw(500, 50, 42).indices()).startsWith(476, 388, 462, 445, 157);
    assertThat(Samples.draw(500, 5, 43).indices()).isNotEqualTo(five);
  }

  @Test
  void firstImageIsWrittenAsAlignedNumbersWithItsLabel() throws IOException {
    explore(2, 42).run(workspace);

    assertThat(written("first-image.txt")).isEqualTo("  0 255\n\nLabel: 1 (Größe \"S\", M)\n");
  }

  @Test
  void firstPictureShowsThePixelsAsTheyAre() throws IOException {
    explore(2, 42).run(workspace);

    BufferedImage picture = ImageIO.read(workspace.output("first-image.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(2);
    assertThat(picture.getHeight()).isEqualTo(1);
    assertThat(picture.getRaster().getSample(0, 0, 0)).isZero();
    assertThat(picture.getRaster().getSample(1, 0, 0)).isEqualTo(255);
  }

  @Test
  void seedSamplesAndNamesDecide() {
    assertThat(explore(7, 42).parameters())
        .containsOnly(
            Map.entry("seed", 42L),
            Map.entry("explore.samples", 7),
            Map.entry("dataset.classes.de", CLASSES.de()));
    assertThat(explore(7, 42).inputs())
        .containsExactly(
            new Input.StageFiles("ingest", "*.npy"),
            new Input.StageFiles("ingest", "pictures.csv"));
  }

  @Test
  void inColourEachChannelIsCountedAndShown() throws IOException {
    Path ingest = Files.createDirectories(root.resolve("1-ingest"));
    byte[] pixels = {10, 20, (byte) 200, 30, 20, (byte) 210};
    for (Split split : List.of(Split.TRAIN, Split.TEST)) {
      Files.delete(ingest.resolve(split.imagesFile()));
      Files.delete(ingest.resolve(split.labelsFile()));
      Npy.write(
          ingest.resolve(split.imagesFile()), new Images(ByteBuffer.wrap(pixels), 1, 1, 2, 3));
      Npy.write(ingest.resolve(split.labelsFile()), new Labels(new byte[] {2}));
    }

    explore(2, 42).run(workspace);

    JsonNode train =
        new ObjectMapper().readTree(workspace.output("statistics.json").toFile()).get("train");
    assertThat(train.get("pixel_mean").asDouble()).isEqualTo(490 / 6.0);
    assertThat(train.get("channel_means"))
        .map(JsonNode::asDouble)
        .containsExactly(20.0, 20.0, 205.0);
    assertThat(train.get("channel_stds")).map(JsonNode::asDouble).containsExactly(10.0, 0.0, 5.0);
    assertThat(written("first-image.txt"))
        .isEqualTo("R\n 10  30\n\nG\n 20  20\n\nB\n200 210\n\nLabel: 2 (Hemd)\n");
    BufferedImage picture = ImageIO.read(workspace.output("first-image.png").toFile());
    assertThat(picture.getRGB(1, 0) & 0xffffff).isEqualTo(0x1e14d2);
  }
}

package stoffprobe.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stoffprobe.config.ClassNames;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;

/** Made data sets, each with one thing wrong. */
final class WarningsTest {

  private static final ClassNames TWO = new ClassNames(List.of("a", "b"), List.of("a", "b"));

  @TempDir private Path folder;

  @Test
  void nothingIsFoundInGoodData() throws IOException {
    JsonNode found = warnings(noise(120, 120, 1), noise(40, 40, 2));

    assertThat(found.at("/near_duplicates/test_images").asInt()).isZero();
    assertThat(found.at("/imbalance/found").asBoolean(true)).isFalse();
    assertThat(found.at("/few_images/classes")).isEmpty();
    assertThat(found.at("/brightness/found").asBoolean(true)).isFalse();
    assertThat(found.at("/brightness/threshold_percent").asDouble()).isEqualTo(75);
    assertThat(found.at("/sizes/classes")).isEmpty();
  }

  @Test
  void halfAsManyAgainAreNotBalanced() throws IOException {
    JsonNode found = warnings(noise(149, 100, 1), noise(40, 40, 2));
    assertThat(found.at("/imbalance/found").asBoolean(true)).isFalse();

    found = warnings(noise(150, 100, 1), noise(40, 40, 2));
    assertThat(found.at("/imbalance/found").asBoolean()).isTrue();
    assertThat(found.at("/imbalance/largest").toString())
        .isEqualTo("{\"class_index\":0,\"count\":150}");
    assertThat(found.at("/imbalance/smallest").toString())
        .isEqualTo("{\"class_index\":1,\"count\":100}");
  }

  @Test
  void classesWithFewImagesAreNamed() throws IOException {
    assertThat(warnings(noise(100, 99, 1), noise(30, 30, 2)).at("/few_images/classes").toString())
        .isEqualTo("[{\"class_index\":1,\"train\":99,\"test\":30}]");
    assertThat(warnings(noise(100, 100, 1), noise(29, 30, 2)).at("/few_images/classes").toString())
        .isEqualTo("[{\"class_index\":0,\"train\":100,\"test\":29}]");
  }

  @Test
  void twinsOfAnotherClassAreCounted() throws IOException {
    LabelledImages train = noise(100, 100, 1);
    byte[] labels = {1, 1};
    ByteBuffer pixels = ByteBuffer.allocate(2 * 64);
    pixels.put(train.images().copy(3)).put(train.images().copy(150));
    LabelledImages test = new LabelledImages(new Images(pixels, 2, 8, 8), new Labels(labels));

    Warnings warnings = Warnings.of(train, test, TWO, folder.resolve("pictures.csv"));
    warnings.writePairs(folder.resolve("pairs.csv"));

    assertThat(json(warnings).at("/near_duplicates").toString())
        .isEqualTo("{\"threshold\":0.99,\"test_images\":2,\"percent\":100.0,\"other_class\":1}");
    assertThat(Files.readString(folder.resolve("pairs.csv")))
        .isEqualTo(
            """
            test_index,train_index,correlation,test_class_index,train_class_index
            0,3,1.0,1,0
            1,150,1.0,1,1
            """);
  }

  /** One class in the shade, the other in the sun. */
  @Test
  void aTellingLightIsFound() throws IOException {
    LabelledImages train = lit(noise(100, 100, 1), 60);
    LabelledImages test = lit(noise(40, 40, 2), 60);

    JsonNode found = warnings(train, test);

    assertThat(found.at("/brightness/found").asBoolean()).isTrue();
    assertThat(found.at("/brightness/percent").asDouble()).isCloseTo(100, within(1.0));
  }

  @Test
  void aTellingSizeIsFound() throws IOException {
    StringBuilder csv = new StringBuilder("split,index,class_index,height,width\n");
    for (int i = 0; i < 20; i++) {
      csv.append("train,").append(i).append(",0,").append(i < 18 ? "640,480\n" : "10,10\n");
      csv.append("train,").append(i).append(",1,").append(i < 1 ? "640,480\n" : i + ",10\n");
    }
    Path pictures = Files.writeString(folder.resolve("pictures.csv"), csv);

    assertThat(SizeClues.of(pictures, 2).clues())
        .containsExactly(new SizeClues.Clue(0, "640 x 480", 90, 5));
    Files.writeString(pictures, csv.toString().replace(",1,1,10", ",1,640,480"));
    assertThat(SizeClues.of(pictures, 2).clues()).as("10 % of the others have it too").isEmpty();
  }

  private JsonNode warnings(LabelledImages train, LabelledImages test) throws IOException {
    return json(Warnings.of(train, test, TWO, folder.resolve("pictures.csv")));
  }

  private static JsonNode json(Warnings warnings) {
    return new ObjectMapper().valueToTree(warnings.entries());
  }

  private static LabelledImages noise(int first, int second, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[(first + second) * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(150);
    }
    byte[] labels = new byte[first + second];
    java.util.Arrays.fill(labels, first, labels.length, (byte) 1);
    return new LabelledImages(
        new Images(ByteBuffer.wrap(pixels), labels.length, 8, 8), new Labels(labels));
  }

  private static LabelledImages lit(LabelledImages images, int light) {
    byte[] pixels = new byte[images.count() * 64];
    for (int i = 0; i < pixels.length; i++) {
      int value = Byte.toUnsignedInt(images.images().pixels().get(i));
      pixels[i] = (byte) (images.labels().get(i / 64) == 1 ? value + light : value);
    }
    return new LabelledImages(
        new Images(ByteBuffer.wrap(pixels), images.count(), 8, 8), images.labels());
  }

  /** Equally bright and equally red, but one class under a yellow lamp, the other a blue one. */
  @Test
  void aTellingCastOfColourIsFound() throws IOException {
    JsonNode found = warnings(cast(noise(100, 100, 1)), cast(noise(40, 40, 2)));

    assertThat(found.at("/brightness/found").asBoolean()).isTrue();
    assertThat(found.at("/brightness/percent").asDouble()).isCloseTo(100, within(1.0));
  }

  /** Grey images in colour, with green and blue changed by as much. */
  private static LabelledImages cast(LabelledImages images) {
    int[] cast = {0, 30, -30};
    byte[] pixels = new byte[images.count() * 64 * 3];
    for (int i = 0; i < pixels.length; i++) {
      int value = Byte.toUnsignedInt(images.images().pixels().get(i / 3)) + 50;
      int sign = images.labels().get(i / 3 / 64) == 1 ? 1 : -1;
      pixels[i] = (byte) (value + sign * cast[i % 3]);
    }
    return new LabelledImages(
        new Images(ByteBuffer.wrap(pixels), images.count(), 8, 8, 3), images.labels());
  }
}

package stoffprobe.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stoffprobe.Sample;
import stoffprobe.data.Idx;
import stoffprobe.data.Images;

final class FamiliarityTest {

  /** One cell of 49 is 98, all others 0 in the reference and 49 in the image. */
  @Test
  void theDistanceIsTheOneComputedByHand() {
    Images reference = cells(0, 98);
    Images image = cells(49, 147);
    Familiarity familiarity = new Familiarity(Familiarity.references(reference), 2);

    // The patterns are equal, as brightness is taken off. Mean 2 and 51, darkest 0 and 49.
    double expected = Math.hypot(49 / 255.0, 49 / 128.0) / 2;
    assertThat(familiarity.distances(image)[0]).isCloseTo((float) expected, within(1e-6f));
    assertThat(familiarity.distances(reference)[0]).isZero();
  }

  /** Without contrast the pattern is nothing; with the reference's it has a norm just below one. */
  @Test
  void thePatternCountsWithItsContrastMadeOne() {
    Familiarity familiarity = new Familiarity(Familiarity.references(cells(0, 98)), 1);

    double squares = 48 * 2.0 * 2.0 + 96.0 * 96.0;
    double norm = Math.sqrt(squares) / (Math.sqrt(squares) + 10);
    double expected = Math.hypot(norm, 2 / 255.0);
    assertThat(familiarity.distances(cells(0, 0))[0]).isCloseTo((float) expected, within(1e-6f));
  }

  @Test
  void imagesSmallerAndLargerThanTheThumbnailAreMeans() {
    Images small = new Images(ByteBuffer.wrap(new byte[] {10, 20, 30, 40}), 1, 2, 2);
    Images references = Familiarity.references(small);

    assertThat(references.pixel(0, 0, 0)).isEqualTo(10);
    assertThat(references.pixel(0, 6, 6)).isEqualTo(40);
    byte[] large = new byte[14 * 14];
    large[0] = 100;
    assertThat(Familiarity.references(new Images(ByteBuffer.wrap(large), 1, 14, 14)).pixel(0, 0, 0))
        .isEqualTo(25);
  }

  @Test
  void ofHeldOutImagesNinetyNinePercentKeepTheLimit() throws IOException {
    Images references = Familiarity.references(images("train-images-idx3-ubyte.gz"));
    Images test = images("t10k-images-idx3-ubyte.gz");
    Familiarity familiarity = new Familiarity(references, Familiarity.limit(references, test));

    assertThat(unlike(familiarity.distances(test))).isEqualTo(2);
  }

  /** On so small a sample; README has the figures of the whole data set. */
  @Test
  void negativesNoiseAndShuffledPixelsAreUnlike() throws IOException {
    Images references = Familiarity.references(images("train-images-idx3-ubyte.gz"));
    Images test = images("t10k-images-idx3-ubyte.gz");
    Familiarity familiarity = new Familiarity(references, Familiarity.limit(references, test));
    Random random = new Random(1);
    byte[] negative = new byte[200 * 784];
    byte[] noise = new byte[200 * 784];
    byte[] shuffled = new byte[200 * 784];
    random.nextBytes(noise);
    int[] places = random.ints(0, 784).distinct().limit(784).toArray();
    for (int i = 0; i < negative.length; i++) {
      negative[i] = (byte) (255 - test.pixels().get(i));
      shuffled[i] = test.pixels().get(i / 784 * 784 + places[i % 784]);
    }

    assertThat(unlike(familiarity.distances(of(negative)))).isGreaterThanOrEqualTo(198);
    assertThat(unlike(familiarity.distances(of(noise)))).isEqualTo(200);
    assertThat(unlike(familiarity.distances(of(shuffled)))).isGreaterThanOrEqualTo(190);
    assertThat(familiarity.distances(of(new byte[784]))[0]).as("all black").isGreaterThan(1);
  }

  @Test
  void whatAreNoThumbnailsIsRefused() {
    Images references = Familiarity.references(cells(0, 98));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Familiarity(new Images(ByteBuffer.allocate(4), 1, 2, 2), 1))
        .withMessageContaining("2 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Familiarity(references, 0))
        .withMessageContaining("limit 0");
  }

  private static long unlike(float[] distances) {
    int unlike = 0;
    for (float distance : distances) {
      unlike += distance > 1 ? 1 : 0;
    }
    return unlike;
  }

  private static Images images(String name) throws IOException {
    return Idx.readImages(Sample.folder().resolve(name)).values();
  }

  private static Images of(byte[] pixels) {
    return new Images(ByteBuffer.wrap(pixels), pixels.length / 784, 28, 28);
  }

  /** 7 x 7 pixels of one value, but for one. */
  private static Images cells(int value, int one) {
    byte[] pixels = new byte[49];
    java.util.Arrays.fill(pixels, (byte) value);
    pixels[24] = (byte) one;
    return new Images(ByteBuffer.wrap(pixels), 1, 7, 7);
  }

  /** By the definition in {@code model.json}: 147 cells, of which one channel is lighter by 30. */
  @Test
  void inColourEveryChannelCounts() {
    byte[] grey = new byte[147];
    byte[] tinted = new byte[147];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (i / 3 * 2);
      tinted[i] = (byte) (grey[i] + (i % 3 == 0 ? 30 : 0));
    }
    Images references = Familiarity.references(new Images(ByteBuffer.wrap(grey), 1, 7, 7, 3));
    Images other = new Images(ByteBuffer.wrap(tinted), 1, 7, 7, 3);

    double[] before = features(grey);
    double[] after = features(tinted);
    double squares = 0;
    for (int i = 0; i < before.length; i++) {
      squares += Math.pow(before[i] - after[i], 2);
    }
    assertThat(references.shape()).containsExactly(1, 7, 7, 3);
    assertThat(new Familiarity(references, 0.5).distances(other)[0])
        .isCloseTo((float) (Math.sqrt(squares) / 0.5), within(1e-5f));
  }

  @Test
  void thumbnailsInColourAreMeansOfEachChannel() {
    byte[] large = new byte[14 * 14 * 3];
    large[1] = 100; // green of the first pixel
    large[14 * 3 + 5] = 40; // blue of the one below on its right
    Images references = Familiarity.references(new Images(ByteBuffer.wrap(large), 1, 14, 14, 3));

    assertThat(references.pixel(0, 0, 0, 0)).isZero();
    assertThat(references.pixel(0, 0, 0, 1)).isEqualTo(25);
    assertThat(references.pixel(0, 0, 0, 2)).isEqualTo(10);
  }

  private static double[] features(byte[] cells) {
    double mean = 0;
    double darkest = 255;
    for (byte cell : cells) {
      mean += Byte.toUnsignedInt(cell) / (double) cells.length;
      darkest = Math.min(darkest, Byte.toUnsignedInt(cell));
    }
    double squares = 0;
    for (byte cell : cells) {
      squares += Math.pow(Byte.toUnsignedInt(cell) - mean, 2);
    }
    double[] features = new double[cells.length + 2];
    for (int i = 0; i < cells.length; i++) {
      features[i] = (Byte.toUnsignedInt(cells[i]) - mean) / (Math.sqrt(squares) + 10);
    }
    features[cells.length] = mean / 255;
    features[cells.length + 1] = darkest / 128;
    return features;
  }
}

package stoffprobe.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stoffprobe.data.Images;
import stoffprobe.explore.NearDuplicates.Pair;

/** A twin that is missed makes a network look better than it is. */
final class NearDuplicatesTest {

  private static final int HEIGHT = 11;
  private static final int WIDTH = 9;

  @Test
  void aCopyThatWasMadeLighterWeakerOrNoisyIsFound() {
    Random random = new Random(5);
    byte[][] train = new byte[50][];
    for (int i = 0; i < train.length; i++) {
      train[i] = cloud(random);
    }
    byte[] lighter = changed(train[7], 1, 20, 0, random);
    byte[] weaker = changed(train[8], 0.5, 60, 0, random);
    byte[] noisy = changed(train[9], 1, 0, 3, random);
    byte[] ruined = changed(train[10], 1, 0, 60, random);
    byte[] new1 = cloud(random);

    List<Pair> pairs =
        NearDuplicates.between(
                images(train), images(new1, lighter, weaker, ruined, noisy, train[30]))
            .pairs();

    assertThat(pairs).extracting(Pair::test).containsExactly(1, 2, 4, 5);
    assertThat(pairs).extracting(Pair::train).containsExactly(7, 8, 9, 30);
    assertThat(pairs.get(3).correlation()).isCloseTo(1, within(1e-12));
  }

  /** All pairs by the definition, without grid, order or bounds. */
  @Test
  void noPairIsMissedByLookingAtFewOnly() {
    Random random = new Random(6);
    List<byte[]> train = new ArrayList<>();
    List<byte[]> test = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] image = cloud(random);
      for (int k = 0; k < 5; k++) {
        train.add(changed(image, 1, 0, 4 * k, random));
        test.add(changed(image, 1, 0, 4 * k, random));
      }
    }
    List<Pair> expected = new ArrayList<>();
    for (int t = 0; t < test.size(); t++) {
      int twin = -1;
      double best = 0.99;
      for (int i = 0; i < train.size(); i++) {
        double r = correlation(test.get(t), train.get(i));
        if (r >= 0.99 && r > best) {
          twin = i;
          best = r;
        }
      }
      if (twin >= 0) {
        expected.add(new Pair(t, twin, best));
      }
    }
    assertThat(expected).hasSizeBetween(60, 250);

    List<Pair> found =
        NearDuplicates.between(
                images(train.toArray(byte[][]::new)), images(test.toArray(byte[][]::new)))
            .pairs();

    assertThat(found).extracting(Pair::test).isEqualTo(expected.stream().map(Pair::test).toList());
    assertThat(found)
        .extracting(Pair::train)
        .isEqualTo(expected.stream().map(Pair::train).toList());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).correlation()).isCloseTo(expected.get(i).correlation(), within(1e-9));
    }
  }

  @Test
  void ofSeveralTwinsTheFirstIsNamed() {
    byte[] image = cloud(new Random(7));

    assertThat(NearDuplicates.between(images(image, image, image), images(image)).pairs())
        .extracting(Pair::train)
        .containsExactly(0);
  }

  @Test
  void imagesOfOneShadeAreLikeNothing() {
    byte[] black = new byte[HEIGHT * WIDTH];
    byte[] image = cloud(new Random(8));

    assertThat(NearDuplicates.between(images(black, image), images(black, black)).pairs())
        .isEmpty();
    assertThat(NearDuplicates.between(images(black), images(image)).pairs()).isEmpty();
  }

  @Test
  void tinyImagesAreComparedToo() {
    Images one = new Images(ByteBuffer.wrap(new byte[] {1, 9, 5, 0, 9, 1}), 3, 1, 2);
    Images other = new Images(ByteBuffer.wrap(new byte[] {2, 50}), 1, 1, 2);

    assertThat(NearDuplicates.between(one, other).pairs())
        .extracting(Pair::train)
        .containsExactly(0);
  }

  private static double correlation(byte[] a, byte[] b) {
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < a.length; i++) {
      meanA += Byte.toUnsignedInt(a[i]) / (double) a.length;
      meanB += Byte.toUnsignedInt(b[i]) / (double) a.length;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      double x = Byte.toUnsignedInt(a[i]) - meanA;
      double y = Byte.toUnsignedInt(b[i]) - meanB;
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    return ab / Math.sqrt(aa * bb);
  }

  /** Any shades from 40 to 180. */
  private static byte[] cloud(Random random) {
    byte[] pixels = new byte[HEIGHT * WIDTH];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (40 + random.nextInt(140));
    }
    return pixels;
  }

  private static byte[] changed(
      byte[] image, double contrast, int light, double noise, Random random) {
    byte[] changed = new byte[image.length];
    for (int i = 0; i < image.length; i++) {
      double value =
          Byte.toUnsignedInt(image[i]) * contrast + light + noise * random.nextGaussian();
      changed[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return changed;
  }

  private static Images images(byte[]... images) {
    ByteBuffer pixels = ByteBuffer.allocate(images.length * HEIGHT * WIDTH);
    for (byte[] image : images) {
      pixels.put(image);
    }
    return new Images(pixels, images.length, HEIGHT, WIDTH);
  }
}

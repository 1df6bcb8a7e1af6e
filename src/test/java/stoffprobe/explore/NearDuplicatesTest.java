package stoffprobe.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** A shape in red and the same in green are two things; under another light it is one. */
  @Test
  void inColourTwinsHaveTheSameColours() {
    Random random = new Random(9);
    byte[] red = new byte[HEIGHT * WIDTH * 3];
    byte[] green = new byte[red.length];
    byte[] cast = new byte[red.length];
    for (int i = 0; i < red.length; i += 3) {
      red[i] = (byte) (20 + random.nextInt(80));
      green[i + 1] = red[i];
      cast[i] = (byte) (red[i] + 100);
      cast[i + 2] = 90;
    }
    byte[] flat = new byte[red.length];
    Arrays.fill(flat, (byte) 70);
    flat[0] = 71;

    assertThat(NearDuplicates.between(colours(red, flat), colours(green, cast, red)).pairs())
        .extracting(Pair::test, Pair::train)
        .containsExactly(tuple(1, 0), tuple(2, 0));
    byte[] shade = new byte[red.length];
    for (int i = 0; i < shade.length; i++) {
      shade[i] = (byte) (40 * (i % 3)); // one colour all over
    }
    assertThat(NearDuplicates.between(colours(shade), colours(shade)).pairs()).isEmpty();
  }

  /** By the definition: the correlation over all channels, each less its own mean. */
  @Test
  void noTwinInColourIsMissed() {
    Random random = new Random(10);
    byte[][] train = new byte[40][HEIGHT * WIDTH * 3];
    byte[][] test = new byte[40][];
    int expected = 0;
    for (int i = 0; i < train.length; i++) {
      for (int p = 0; p < train[i].length; p++) {
        train[i][p] = (byte) (60 + random.nextInt(30 + 30 * (p % 3)));
      }
      test[i] = changed(train[i], 1, 10, i / 8.0, random);
      expected += colourCorrelation(train[i], test[i]) >= 0.99 ? 1 : 0;
    }

    List<Pair> pairs = NearDuplicates.between(colours(train), colours(test)).pairs();

    assertThat(expected).isBetween(10, 35);
    assertThat(pairs).hasSize(expected);
    for (Pair pair : pairs) {
      assertThat(pair.train()).isEqualTo(pair.test());
      assertThat(pair.correlation())
          .isCloseTo(colourCorrelation(train[pair.train()], test[pair.test()]), within(1e-9));
    }
  }

  private static double colourCorrelation(byte[] a, byte[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int channel = 0; channel < 3; channel++) {
      double meanA = 0;
      double meanB = 0;
      for (int i = channel; i < a.length; i += 3) {
        meanA += Byte.toUnsignedInt(a[i]) * 3.0 / a.length;
        meanB += Byte.toUnsignedInt(b[i]) * 3.0 / a.length;
      }
      for (int i = channel; i < a.length; i += 3) {
        double x = Byte.toUnsignedInt(a[i]) - meanA;
        double y = Byte.toUnsignedInt(b[i]) - meanB;
        ab += x * y;
        aa += x * x;
        bb += y * y;
      }
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static Images colours(byte[]... images) {
    ByteBuffer pixels = ByteBuffer.allocate(images.length * HEIGHT * WIDTH * 3);
    for (byte[] image : images) {
      pixels.put(image);
    }
    return new Images(pixels, images.length, HEIGHT, WIDTH, 3);
  }
}

package stoffprobe.model;

import java.nio.ByteBuffer;
import java.util.Random;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.data.Labels;

/** Images for tests. */
public final class TestImages {

  private TestImages() {}

  /** One image a row of {@code pixels}. */
  public static Images of(int height, int width, int[]... pixels) {
    ByteBuffer bytes = ByteBuffer.allocate(pixels.length * height * width);
    for (int[] image : pixels) {
      for (int pixel : image) {
        bytes.put((byte) pixel);
      }
    }
    return new Images(bytes.flip(), pixels.length, height, width);
  }

  /** Grey noise with noise for labels. */
  public static LabelledImages noise(long seed, int count, int side, int classes) {
    return noise(seed, count, side, classes, Images.GREY);
  }

  /** Noise of so many channels with noise for labels. */
  public static LabelledImages noise(long seed, int count, int side, int classes, int channels) {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * side * side * channels];
    random.nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(classes);
    }
    return new LabelledImages(
        new Images(ByteBuffer.wrap(pixels), count, side, side, channels), new Labels(labels));
  }

  /** Images whose class is plain to see: class c is bright in its own stripe, over some noise. */
  public static LabelledImages stripes(long seed, int count, int side, int classes) {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * side * side];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      int label = i % classes;
      labels[i] = (byte) label;
      for (int p = 0; p < side * side; p++) {
        int row = p / side;
        int base = row * classes / side == label ? 180 : 20;
        pixels[i * side * side + p] = (byte) (base + random.nextInt(60));
      }
    }
    return new LabelledImages(
        new Images(ByteBuffer.wrap(pixels), count, side, side), new Labels(labels));
  }
}

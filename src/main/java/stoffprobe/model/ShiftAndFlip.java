package stoffprobe.model;

import java.util.random.RandomGenerator;
import stoffprobe.config.Augmentation;
import stoffprobe.config.Shape;
import stoffprobe.data.RandomStream;

/**
 * Moves and turns one image after the other, each by chance: by -shift to shift rows, by as many
 * columns, both from {@link RandomStream#below}, and turned left to right by the sign of the next
 * number. What is moved in is the border repeated, as not every data set is black around.
 */
final class ShiftAndFlip implements ImageChange {

  private final Augmentation augmentation;
  private final int height;
  private final int width;
  private final int channels;
  private final RandomGenerator random;
  private final byte[] before;

  /**
   * Begins with the first image of a batch.
   *
   * @param image the shape of an image, whose pixels move with all their channels
   */
  ShiftAndFlip(Augmentation augmentation, Shape.Image image, RandomGenerator random) {
    this.augmentation = augmentation;
    this.height = image.height();
    this.width = image.width();
    this.channels = image.channels();
    this.random = random;
    this.before = new byte[height * width * channels];
  }

  @Override
  public void apply(byte[] pixels, int offset) {
    int down = shift();
    int right = shift();
    boolean flipped = augmentation.flip() && random.nextLong() < 0;
    System.arraycopy(pixels, offset, before, 0, before.length);
    for (int y = 0; y < height; y++) {
      int row = Math.min(Math.max(y - down, 0), height - 1);
      for (int x = 0; x < width; x++) {
        int column = Math.min(Math.max(x - right, 0), width - 1);
        int from = flipped ? width - 1 - column : column;
        for (int channel = 0; channel < channels; channel++) {
          pixels[offset + (y * width + x) * channels + channel] =
              before[(row * width + from) * channels + channel];
        }
      }
    }
  }

  private int shift() {
    int most = augmentation.shift();
    return most == 0 ? 0 : RandomStream.below(random, 2 * most + 1) - most;
  }
}

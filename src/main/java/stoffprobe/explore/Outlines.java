package stoffprobe.explore;

import java.util.Arrays;
import java.util.stream.IntStream;
import stoffprobe.data.Images;

/**
 * Images as points on the unit sphere: pixels less their mean (that of their channel), divided by
 * their length. The distance of two points is {@code sqrt(2 - 2 r)} of their correlation {@code r}.
 * Of each point 64 coordinates are kept, those of a coarse grid over the image, all channels
 * together, in waves (an orthonormal cosine transform), of which the distance is never more than
 * the whole one: what is too far apart here need not be compared.
 */
final class Outlines {

  /** Fields of the grid, and waves, in each direction. */
  private static final int GRID = 8;

  static final int COORDINATES = GRID * GRID;

  private static final double[] WAVES = waves();

  private final float[] coordinates;
  private final long[] sums;
  private final long[] squares;
  private final int channels;
  private final int pixels;

  private Outlines(Images images) {
    coordinates = new float[images.count() * COORDINATES];
    channels = images.channels();
    sums = new long[images.count() * channels];
    squares = new long[images.count()];
    pixels = images.height() * images.width();
  }

  static Outlines of(Images images) {
    Outlines outlines = new Outlines(images);
    IntStream.range(0, images.count()).parallel().forEach(i -> outlines.add(images, i));
    return outlines;
  }

  private void add(Images images, int index) {
    byte[] values = images.copy(index);
    int width = images.width();
    double[] fields = new double[COORDINATES];
    int[] sizes = new int[COORDINATES];
    for (int pixel = 0; pixel < pixels; pixel++) {
      int field = pixel / width * GRID / images.height() * GRID + pixel % width * GRID / width;
      for (int channel = 0; channel < channels; channel++) {
        int value = Byte.toUnsignedInt(values[pixel * channels + channel]);
        fields[field] += value;
        sizes[field]++;
        sums[index * channels + channel] += value;
        squares[index] += (long) value * value;
      }
    }
    if (!shaded(index)) {
      return;
    }
    double mean = (double) sum(index) / values.length;
    double length = Math.sqrt((double) variation(index) / pixels);
    for (int field = 0; field < COORDINATES; field++) {
      fields[field] =
          sizes[field] == 0
              ? 0
              : (fields[field] - sizes[field] * mean) / (length * Math.sqrt(sizes[field]));
    }
    transform(fields, index * COORDINATES);
  }

  private void transform(double[] fields, int offset) {
    double[] rows = new double[COORDINATES];
    for (int y = 0; y < GRID; y++) {
      for (int wave = 0; wave < GRID; wave++) {
        for (int x = 0; x < GRID; x++) {
          rows[y * GRID + wave] += WAVES[wave * GRID + x] * fields[y * GRID + x];
        }
      }
    }
    for (int i = 0; i < COORDINATES; i++) {
      double sum = 0;
      for (int y = 0; y < GRID; y++) {
        sum += WAVES[i / GRID * GRID + y] * rows[y * GRID + i % GRID];
      }
      coordinates[offset + i] = (float) sum;
    }
  }

  private static double[] waves() {
    double[] waves = new double[COORDINATES];
    for (int wave = 0; wave < GRID; wave++) {
      for (int x = 0; x < GRID; x++) {
        double scale = Math.sqrt((wave == 0 ? 1.0 : 2.0) / GRID);
        waves[wave * GRID + x] = scale * Math.cos(Math.PI * wave * (2 * x + 1) / (2 * GRID));
      }
    }
    return waves;
  }

  /** Whether an image has more than one shade; else it has no place on the sphere. */
  boolean shaded(int index) {
    return variation(index) > 0;
  }

  /** The squared length of the pixels less their mean, times their number: a whole number. */
  private long variation(int index) {
    return pixels * squares[index] - products(index, this, index);
  }

  /** The products of the sums of each channel, added up. */
  private long products(int index, Outlines others, int other) {
    long products = 0;
    for (int channel = 0; channel < channels; channel++) {
      products += sums[index * channels + channel] * others.sums[other * channels + channel];
    }
    return products;
  }

  private long sum(int index) {
    return Arrays.stream(sums, index * channels, (index + 1) * channels).sum();
  }

  int count() {
    return squares.length;
  }

  float coordinate(int index, int which) {
    return coordinates[index * COORDINATES + which];
  }

  /**
   * The correlation of two images' pixels.
   *
   * @param product the sum of the products of their pixels
   */
  double correlation(int index, Outlines others, int other, long product) {
    double together = (double) pixels * product - (double) products(index, others, other);
    return together
        / (Math.sqrt((double) variation(index)) * Math.sqrt((double) others.variation(other)));
  }

  /** How much the images differ in a coordinate. */
  double variance(int which) {
    double sum = 0;
    double square = 0;
    for (int i = 0; i < count(); i++) {
      double value = coordinate(i, which);
      sum += value;
      square += value * value;
    }
    return square - sum * sum / Math.max(1, count());
  }
}

package stoffprobe.predict;

import java.nio.ByteBuffer;
import java.util.Arrays;
import stoffprobe.data.Images;

/**
 * How unlike the training images an image is: its distance to the nearest of them, where 1 is what
 * 99 % of held-out images keep. A network answers anything; this tells when not to believe it.
 *
 * <p>Compared are thumbnails of 7 x 7 area means, in colour of each channel: their pattern, with
 * brightness taken off and contrast made one, their mean, and their darkest cell. The pattern alone
 * would let a picture on grey ground pass, and a distance without it everything that is near to
 * black.
 *
 * <p>Thread-safe.
 */
public final class Familiarity {

  /** Cells of a thumbnail in each direction. */
  static final int CELLS = 7;

  private static final int MOST_REFERENCES = 2_000;
  private static final double SHARE_WITHIN = 0.99;

  /** Features beside the pattern. */
  private static final int MORE = 2;

  /** A contrast far below this, in grey values, is noise and not made one. */
  private static final double FAINT = 10;

  private static final float MEAN_SCALE = 1f / 255;
  private static final float DARKEST_SCALE = 1f / 128;

  /** By feature, then by reference, so that the innermost loop runs along an array. */
  private final float[][] references;

  private final double limit;
  private final int channels;

  /**
   * Compares with references.
   *
   * @param references uint8 {@code [m, 7, 7]}, in colour {@code [m, 7, 7, 3]}, from {@link
   *     #references}
   * @param limit the distance that counts as 1, from {@link #limit}
   * @throws IllegalArgumentException if these are no references, or the limit is not above 0
   */
  public Familiarity(Images references, double limit) {
    if (references.height() != CELLS || references.width() != CELLS || references.count() == 0) {
      throw new IllegalArgumentException(
          references.count() + " of " + references.height() + " x " + references.width());
    }
    if (!(limit > 0) || !Double.isFinite(limit)) {
      throw new IllegalArgumentException("limit " + limit);
    }
    this.limit = limit;
    this.channels = references.channels();
    this.references = new float[references.size() + MORE][references.count()];
    for (int i = 0; i < references.count(); i++) {
      float[] features = features(references.copy(i));
      for (int f = 0; f < features.length; f++) {
        this.references[f][i] = features[f];
      }
    }
  }

  /** Values a pixel of the images that it can be asked of: 1 for grey, 3 for colour. */
  int channels() {
    return channels;
  }

  /**
   * Thumbnails of at most 2,000 images, spread evenly: uint8 {@code [m, 7, 7]}, in colour {@code
   * [m, 7, 7, 3]}.
   */
  public static Images references(Images training) {
    int count = Math.min(training.count(), MOST_REFERENCES);
    ByteBuffer thumbnails = ByteBuffer.allocate(count * CELLS * CELLS * training.channels());
    for (int i = 0; i < count; i++) {
      thumbnails.put(thumbnail(training, (int) ((long) i * training.count() / count)));
    }
    return new Images(thumbnails, count, CELLS, CELLS, training.channels());
  }

  /**
   * The distance that 99 % of held-out images keep.
   *
   * @param heldOut at least one image that is not among the references
   */
  public static double limit(Images references, Images heldOut) {
    float[] distances = new Familiarity(references, 1).distances(heldOut);
    Arrays.sort(distances);
    int within = (int) Math.ceil(SHARE_WITHIN * distances.length);
    // Copies of training images have no distance at all.
    return Math.max(distances[within - 1], Float.MIN_NORMAL);
  }

  /** The distance of each image; above 1 it is unlike the training images. */
  public float[] distances(Images images) {
    float[] distances = new float[images.count()];
    float[] sums = new float[references[0].length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = (float) (nearest(features(thumbnail(images, i)), sums) / limit);
    }
    return distances;
  }

  private double nearest(float[] features, float[] sums) {
    Arrays.fill(sums, 0);
    for (int f = 0; f < features.length; f++) {
      float[] reference = references[f];
      float feature = features[f];
      for (int i = 0; i < sums.length; i++) {
        float difference = reference[i] - feature;
        sums[i] += difference * difference;
      }
    }
    float nearest = Float.POSITIVE_INFINITY;
    for (float sum : sums) {
      nearest = Math.min(nearest, sum);
    }
    return Math.sqrt(nearest);
  }

  private static byte[] thumbnail(Images images, int index) {
    byte[] cells = new byte[CELLS * CELLS * images.channels()];
    byte[] pixels = images.copy(index);
    for (int channel = 0; channel < images.channels(); channel++) {
      means(pixels, images, channel, cells);
    }
    return cells;
  }

  private static void means(byte[] pixels, Images images, int channel, byte[] cells) {
    int channels = images.channels();
    int width = images.width();
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        int top = row * images.height() / CELLS;
        int bottom = Math.max(top + 1, (row + 1) * images.height() / CELLS);
        int left = column * width / CELLS;
        int right = Math.max(left + 1, (column + 1) * width / CELLS);
        int sum = 0;
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            sum += Byte.toUnsignedInt(pixels[(y * width + x) * channels + channel]);
          }
        }
        cells[(row * CELLS + column) * channels + channel] =
            (byte) Math.round((float) sum / ((bottom - top) * (right - left)));
      }
    }
  }

  private static float[] features(byte[] thumbnail) {
    double sum = 0;
    int darkest = 255;
    for (byte cell : thumbnail) {
      sum += Byte.toUnsignedInt(cell);
      darkest = Math.min(darkest, Byte.toUnsignedInt(cell));
    }
    double mean = sum / thumbnail.length;
    double squares = 0;
    for (byte cell : thumbnail) {
      squares += Math.pow(Byte.toUnsignedInt(cell) - mean, 2);
    }
    double contrast = Math.sqrt(squares) + FAINT;
    float[] features = new float[thumbnail.length + MORE];
    for (int i = 0; i < thumbnail.length; i++) {
      features[i] = (float) ((Byte.toUnsignedInt(thumbnail[i]) - mean) / contrast);
    }
    features[thumbnail.length] = (float) mean * MEAN_SCALE;
    features[thumbnail.length + 1] = darkest * DARKEST_SCALE;
    return features;
  }
}

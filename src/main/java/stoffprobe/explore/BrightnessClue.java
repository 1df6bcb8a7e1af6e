package stoffprobe.explore;

import java.nio.ByteBuffer;
import java.util.Arrays;
import stoffprobe.data.LabelledImages;

/**
 * How much an image's brightness alone tells of its class, in colour the means of red, green and
 * blue: where every class was photographed under a light of its own, a network learns the light.
 *
 * @param percent of the test images whose class is that with the nearest mean in training
 * @param threshold half way from the share of the test set's largest class to all of it
 */
record BrightnessClue(double percent, double threshold) {

  static BrightnessClue of(LabelledImages train, LabelledImages test, int classes) {
    double[][] means = new double[classes][train.images().channels()];
    int[] counts = new int[classes];
    for (int i = 0; i < train.count(); i++) {
      double[] sums = means[train.labels().get(i)];
      double[] brightness = brightness(train, i);
      Arrays.setAll(sums, channel -> sums[channel] + brightness[channel]);
      counts[train.labels().get(i)]++;
    }
    for (int label = 0; label < classes; label++) {
      for (int channel = 0; channel < means[label].length; channel++) {
        means[label][channel] /= counts[label];
      }
    }
    int right = 0;
    int[] sizes = new int[classes];
    int largest = 0;
    for (int i = 0; i < test.count(); i++) {
      int label = test.labels().get(i);
      right += nearest(brightness(test, i), means) == label ? 1 : 0;
      largest = Math.max(largest, ++sizes[label]);
    }
    double all = Math.max(1, test.count());
    return new BrightnessClue(100 * right / all, 50 + 50 * largest / all);
  }

  boolean telling() {
    return percent >= threshold;
  }

  private static int nearest(double[] brightness, double[][] means) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < means.length; i++) {
      double distance = 0; // NaN without an image
      for (int channel = 0; channel < brightness.length; channel++) {
        distance = Math.hypot(distance, brightness[channel] - means[i][channel]);
      }
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static double[] brightness(LabelledImages images, int index) {
    ByteBuffer pixels = images.images().view(index);
    int channels = images.images().channels();
    long[] sums = new long[channels];
    while (pixels.hasRemaining()) {
      for (int channel = 0; channel < channels; channel++) {
        sums[channel] += Byte.toUnsignedInt(pixels.get());
      }
    }
    double each = (double) images.images().size() / channels;
    return Arrays.stream(sums).mapToDouble(sum -> sum / each).toArray();
  }
}

package stoffprobe.explore;

import java.nio.ByteBuffer;
import stoffprobe.data.LabelledImages;

/**
 * How much an image's brightness alone tells of its class: where every class was photographed under
 * a light of its own, a network learns the light.
 *
 * @param percent of the test images whose class is that with the nearest mean brightness in
 *     training
 * @param threshold half way from the share of the test set's largest class to all of it
 */
record BrightnessClue(double percent, double threshold) {

  static BrightnessClue of(LabelledImages train, LabelledImages test, int classes) {
    double[] sums = new double[classes];
    int[] counts = new int[classes];
    for (int i = 0; i < train.count(); i++) {
      sums[train.labels().get(i)] += brightness(train, i);
      counts[train.labels().get(i)]++;
    }
    int right = 0;
    int[] sizes = new int[classes];
    int largest = 0;
    for (int i = 0; i < test.count(); i++) {
      int label = test.labels().get(i);
      right += nearest(brightness(test, i), sums, counts) == label ? 1 : 0;
      largest = Math.max(largest, ++sizes[label]);
    }
    double all = Math.max(1, test.count());
    return new BrightnessClue(100 * right / all, 50 + 50 * largest / all);
  }

  boolean telling() {
    return percent >= threshold;
  }

  private static int nearest(double brightness, double[] sums, int[] counts) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < sums.length; i++) {
      double distance = Math.abs(brightness - sums[i] / counts[i]); // NaN without an image
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static double brightness(LabelledImages images, int index) {
    ByteBuffer pixels = images.images().view(index);
    long sum = 0;
    while (pixels.hasRemaining()) {
      sum += Byte.toUnsignedInt(pixels.get());
    }
    return (double) sum / images.images().size();
  }
}

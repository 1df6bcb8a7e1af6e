package stoffprobe.explore;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import stoffprobe.data.Images;

/**
 * Test images that look like a training image: shot twice, saved again, made lighter. A network
 * that learned one by heart would be praised for the other.
 *
 * <p>Alike are two images whose pixels correlate by at least {@value #THRESHOLD} (Pearson), which
 * brightness and contrast don't change; in colour over all channels, each less its own mean, so
 * that a cast of colour makes no twins. Measured on 2,000 images of FashionMNIST that were changed
 * and compared with themselves, that finds more than 99 of 100 saved as JPEG of quality 90, made
 * lighter or given more contrast, and 95 of 100 photographed larger and shrunk again; not what was
 * shifted or cropped by a pixel. Of its 10,000 test images, 89 have such a twin in training.
 *
 * @param pairs one a test image that has a twin, in the order of the test set
 */
record NearDuplicates(List<Pair> pairs) {

  static final double THRESHOLD = 0.99;

  NearDuplicates {
    pairs = List.copyOf(pairs);
  }

  /**
   * A test image and the training image most like it, the first of several.
   *
   * @param correlation of their pixels, at least {@link #THRESHOLD}
   */
  record Pair(int test, int train, double correlation) {}

  /** Compares all with all; images of one shade are like nothing. */
  static NearDuplicates between(Images train, Images test) {
    if (!train.fits(test)) {
      return new NearDuplicates(List.of());
    }
    Twins twins = new Twins(train, test);
    return new NearDuplicates(
        IntStream.range(0, test.count())
            .parallel()
            .mapToObj(twins::of)
            .flatMap(Optional::stream)
            .toList());
  }
}

package stoffprobe.explore;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.data.Images;
import stoffprobe.data.SameImages;
import stoffprobe.data.Split;

/**
 * A split in numbers.
 *
 * @param percent its share of all images
 * @param pixelMean over all pixels, 0 to 255
 * @param pixelStd likewise, of the population
 * @param duplicates images that occurred before within the split
 */
record SplitStatistics(
    int count, double percent, double pixelMean, double pixelStd, int duplicates) {

  private static final Logger LOG = LogManager.getLogger();
  private static final int LEVELS = 256;

  static SplitStatistics of(Images images, int total) {
    // Counting the grey levels first keeps the sums exact, whatever the number of pixels.
    long[] levels = new long[LEVELS];
    ByteBuffer pixels = images.pixels();
    while (pixels.hasRemaining()) {
      levels[Byte.toUnsignedInt(pixels.get())]++;
    }
    long sum = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += level * levels[level];
    }
    double mean = (double) sum / pixels.capacity();
    double squares = 0;
    for (int level = 0; level < LEVELS; level++) {
      squares += levels[level] * (level - mean) * (level - mean);
    }
    return new SplitStatistics(
        images.count(),
        100.0 * images.count() / total,
        mean,
        Math.sqrt(squares / pixels.capacity()),
        SameImages.duplicates(images));
  }

  /** Its entry in {@code statistics.json}. */
  Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("count", count);
    entry.put("percent", percent);
    entry.put("pixel_mean", pixelMean);
    entry.put("pixel_std", pixelStd);
    entry.put("duplicates", duplicates);
    return entry;
  }

  void log(Split split) {
    LOG.info(
        "{}: {} images, {} % of all, {} of them occurred before",
        split.word(), count, String.format(Locale.ROOT, "%.1f", percent), duplicates);
  }
}

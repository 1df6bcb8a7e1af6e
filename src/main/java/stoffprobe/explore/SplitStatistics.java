package stoffprobe.explore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param channels mean and deviation of red, of green and of blue; none of grey images
 * @param duplicates images that occurred before within the split
 */
record SplitStatistics(
    int count,
    double percent,
    double pixelMean,
    double pixelStd,
    List<Spread> channels,
    int duplicates) {

  private static final Logger LOG = LogManager.getLogger();
  private static final int LEVELS = 256;

  SplitStatistics {
    channels = List.copyOf(channels);
  }

  /** Mean and population deviation of some values of 0 to 255. */
  record Spread(double mean, double std) {

    /**
     * Of values that were counted, which keeps the sums exact, whatever their number.
     *
     * @param levels how often each value occurs
     */
    private static Spread of(long[] levels, long count) {
      long sum = 0;
      for (int level = 0; level < LEVELS; level++) {
        sum += level * levels[level];
      }
      double mean = (double) sum / count;
      double squares = 0;
      for (int level = 0; level < LEVELS; level++) {
        squares += levels[level] * (level - mean) * (level - mean);
      }
      return new Spread(mean, Math.sqrt(squares / count));
    }
  }

  static SplitStatistics of(Images images, int total) {
    long[][] levels = new long[images.channels()][LEVELS];
    ByteBuffer pixels = images.pixels();
    while (pixels.hasRemaining()) {
      for (long[] channel : levels) {
        channel[Byte.toUnsignedInt(pixels.get())]++;
      }
    }
    long[] all = new long[LEVELS];
    List<Spread> channels = new ArrayList<>();
    for (long[] channel : levels) {
      Arrays.setAll(all, level -> all[level] + channel[level]);
      channels.add(Spread.of(channel, pixels.capacity() / images.channels()));
    }
    Spread spread = Spread.of(all, pixels.capacity());
    return new SplitStatistics(
        images.count(),
        100.0 * images.count() / total,
        spread.mean(),
        spread.std(),
        images.colour() ? channels : List.of(),
        SameImages.duplicates(images));
  }

  /** Its entry in {@code statistics.json}. */
  Map<String, Object> entry() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("count", count);
    entry.put("percent", percent);
    entry.put("pixel_mean", pixelMean);
    entry.put("pixel_std", pixelStd);
    if (!channels.isEmpty()) {
      entry.put("channel_means", channels.stream().map(Spread::mean).toList());
      entry.put("channel_stds", channels.stream().map(Spread::std).toList());
    }
    entry.put("duplicates", duplicates);
    return entry;
  }

  void log(Split split) {
    LOG.info(
        "{}: {} images, {} % of all, {} of them occurred before",
        split.word(), count, String.format(Locale.ROOT, "%.1f", percent), duplicates);
  }
}

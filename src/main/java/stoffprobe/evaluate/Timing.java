package stoffprobe.evaluate;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import stoffprobe.data.Images;
import stoffprobe.statistics.Percentiles;

/**
 * How fast a model answers on this machine, from bytes in memory to probabilities in an array. The
 * benchmark takes its time for this; here it is done well within a second.
 *
 * @param latencyMs of a call with one image, milliseconds
 * @param singleImages how many such calls were timed
 * @param imagesPerSecond of the fastest call with a batch
 * @param batchImages how many images the batch holds
 */
record Timing(Percentiles latencyMs, int singleImages, double imagesPerSecond, int batchImages) {

  private static final double NANOS_PER_MS = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private static final int BATCH = 2_000;

  /** As many calls as the time allows, but one at least. */
  private record Limit(int calls, double nanos) {}

  private static final Limit WARM_UP = new Limit(200, 0.1 * NANOS_PER_SECOND);
  private static final Limit SINGLE = new Limit(1_000, 0.3 * NANOS_PER_SECOND);
  private static final Limit BATCHES = new Limit(5, 0.2 * NANOS_PER_SECOND);

  /**
   * Times a model that has classified all images once, so that batches need no warm-up.
   *
   * @param images at least one
   * @param nanoTime a clock
   */
  static Timing measure(ProbabilityModel model, Images images, LongSupplier nanoTime) {
    int batch = Math.min(images.count(), BATCH);
    IntFunction<Images> another = call -> images.slice(call % images.count(), 1);
    IntFunction<Images> same = call -> images.slice(0, batch);
    times(model, another, WARM_UP, nanoTime);
    long[] single = times(model, another, SINGLE, nanoTime);
    long[] batches = times(model, same, BATCHES, nanoTime);
    long fastest = Arrays.stream(batches).min().orElseThrow();
    return new Timing(
        Percentiles.of(Arrays.stream(single).mapToDouble(nanos -> nanos / NANOS_PER_MS).toArray()),
        single.length,
        batch * NANOS_PER_SECOND / Math.max(1, fastest),
        batch);
  }

  /** Nanoseconds of each call. */
  private static long[] times(
      ProbabilityModel model, IntFunction<Images> images, Limit limit, LongSupplier nanoTime) {
    LongStream.Builder times = LongStream.builder();
    long begin = nanoTime.getAsLong();
    long end = begin;
    for (int call = 0; call < limit.calls() && (call == 0 || end - begin < limit.nanos()); call++) {
      Images asked = images.apply(call);
      long start = nanoTime.getAsLong();
      model.probabilities(asked);
      end = nanoTime.getAsLong();
      times.add(end - start);
    }
    return times.build().toArray();
  }
}

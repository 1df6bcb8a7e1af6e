package stoffprobe.serve;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * What Prometheus reads.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the text format</a>
 */
final class Metrics {

  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Upper bounds in seconds; a small network's answer takes about a millisecond. */
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10
  };

  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final Map<Integer, LongAdder> classes = new ConcurrentSkipListMap<>();
  private final LongAdder unlike = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder[] buckets =
      Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);

  /**
   * Counts a request that was answered.
   *
   * @param path one that the server knows, or {@code other}: a client must not make new series
   */
  void answered(String path, int status) {
    String labels = String.format(Locale.ROOT, "path=\"%s\",status=\"%d\"", path, status);
    requests.computeIfAbsent(labels, key -> new LongAdder()).increment();
  }

  /** Counts an image that was classified. */
  void classified(int label, boolean isUnlike, long took) {
    classes.computeIfAbsent(label, key -> new LongAdder()).increment();
    if (isUnlike) {
      unlike.increment();
    }
    nanos.add(took);
    int bucket = 0;
    while (bucket < BOUNDS.length && took > BOUNDS[bucket] * 1e9) {
      bucket++;
    }
    buckets[bucket].increment();
  }

  /** The counts so far. */
  String text(int waiting) {
    StringBuilder text = new StringBuilder();
    head(text, "requests_total", "counter", "Requests that were answered.");
    requests.forEach((labels, count) -> line(text, "requests_total{" + labels + "}", count));
    head(text, "images_total", "counter", "Images by the class that they were given.");
    classes.forEach((label, count) -> line(text, "images_total{class=\"" + label + "\"}", count));
    head(text, "images_unlike_total", "counter", "Images unlike the training images.");
    line(text, "images_unlike_total", unlike);
    head(text, "images_present", "gauge", "Images that are classified or wait for it.");
    line(text, "images_present", waiting);
    head(text, "seconds", "histogram", "From a whole request to its answer.");
    long total = 0;
    for (int i = 0; i < buckets.length; i++) {
      total += buckets[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      line(text, "seconds_bucket{le=\"" + bound + "\"}", total);
    }
    line(text, "seconds_sum", nanos.sum() / 1e9);
    line(text, "seconds_count", total);
    return text.toString();
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP stoffprobe_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE stoffprobe_").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String series, Object value) {
    text.append("stoffprobe_").append(series).append(' ').append(value).append('\n');
  }
}

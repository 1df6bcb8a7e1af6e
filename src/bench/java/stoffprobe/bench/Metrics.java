package stoffprobe.bench;

import static stoffprobe.bench.figures.Metric.Unit.GFLOPS;
import static stoffprobe.bench.figures.Metric.Unit.IMAGES_PER_SECOND;
import static stoffprobe.bench.figures.Metric.Unit.MEBIBYTES;
import static stoffprobe.bench.figures.Metric.Unit.MILLISECONDS;
import static stoffprobe.bench.figures.Metric.Unit.SECONDS;

import java.util.Locale;
import stoffprobe.bench.figures.Metric;

/** Everything that is measured, with its key and its words. */
final class Metrics {

  static final Metric PRODUCT_ONE_THREAD =
      Metric.more("matrix.one_thread", "Matrix product, one thread", GFLOPS);
  static final Metric PRODUCT_ALL_CORES =
      Metric.more("matrix.all_cores", "Matrix product, all cores", GFLOPS);
  static final Metric PRODUCT_A_CORE =
      Metric.more("matrix.product_a_core", "Matrix products, one on each core", GFLOPS);
  static final Metric WHOLE_RUN =
      Metric.less("run.whole", "The whole run, from ingested data", SECONDS);
  static final Metric WHOLE_RUN_MEMORY =
      Metric.less("run.whole_memory", "The whole run, peak memory", MEBIBYTES);
  static final Metric UP_TO_DATE =
      Metric.less("run.up_to_date", "A run with nothing to do", SECONDS);
  static final Metric REPORT = Metric.less("run.report", "The report stage", SECONDS);
  static final Metric START = Metric.less("run.start", "Start-up (--version)", SECONDS);

  private Metrics() {}

  static Metric epoch(String model) {
    return Metric.less(model + ".epoch", name(model) + ": training, an epoch", SECONDS);
  }

  static Metric epochWithTest(String model) {
    return Metric.less(
        model + ".epoch_with_test", name(model) + ": an epoch with its evaluation", SECONDS);
  }

  static Metric trainingMemory(String model) {
    return Metric.less(
        model + ".training_memory", name(model) + ": training, peak memory", MEBIBYTES);
  }

  static Metric evaluation(String model) {
    return Metric.less(
        model + ".evaluation", name(model) + ": evaluation of the test set", SECONDS);
  }

  static Metric throughput(String model) {
    return Metric.more(
        model + ".throughput", name(model) + ": throughput of classification", IMAGES_PER_SECOND);
  }

  /** Latency at a percentile: {@code p50}, {@code p95} or {@code p99}. */
  static Metric latency(String model, String percentile) {
    return Metric.less(
        model + ".latency_" + percentile,
        name(model) + ": latency of one image, " + percentile,
        MILLISECONDS);
  }

  private static String name(String model) {
    return model.toUpperCase(Locale.ROOT);
  }
}

package stoffprobe.bench.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;
import stoffprobe.statistics.Percentiles;

/**
 * Measures a classifier; the same code for both sides, so that they do the same work under the same
 * clock. Everything starts with bytes in memory and ends with probabilities in an array.
 *
 * @param classes k, the length of a row of probabilities
 * @param data the test set
 * @param out takes the readings, a line each
 */
public record ClassificationTimes(
    Classify classify, int classes, LabelledImages data, Consumer<String> out) {

  /** Each side may take the one that it is fastest with. */
  private static final int[] BATCHES = {250, 1_000, 10_000};

  /** Each size of batch gets so much time, but at least {@link #PASSES} passes. */
  private static final double SECONDS = 0.4;

  private static final int PASSES = 2;

  /** A size that takes so many times another's seconds need not be tried twice. */
  private static final double HOPELESS = 1.3;

  private static final int WARM_UP_CALLS = 1_000;
  private static final int CALLS = 3_000;

  /** Latency: one image a call, another image each time; milliseconds. */
  public void latency() {
    Images images = data.images();
    for (int i = 0; i < WARM_UP_CALLS; i++) {
      classify.probabilities(images.slice(i, 1));
    }
    double[] milliseconds = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      Images image = images.slice((WARM_UP_CALLS + i) % images.count(), 1);
      long start = System.nanoTime();
      classify.probabilities(image);
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    Percentiles latency = Percentiles.of(milliseconds);
    print("p50_ms=%.4f p95_ms=%.4f p99_ms=%.4f", latency.p50(), latency.p95(), latency.p99());
  }

  /** Throughput: the whole test set in batches, as fast as the best size of batch allows. */
  public void throughput() {
    pass(BATCHES[0]); // warms up
    double fastest = Double.POSITIVE_INFINITY;
    int bestBatch = BATCHES[0];
    for (int batch : BATCHES) {
      double seconds = fastestPass(batch, fastest);
      if (seconds < fastest) {
        fastest = seconds;
        bestBatch = batch;
      }
    }
    print("images_per_second=%.1f batch=%d", data.count() / fastest, bestBatch);
    evaluation(bestBatch);
  }

  /**
   * The fastest pass in batches of this size.
   *
   * @param soFar what another size reached
   */
  private double fastestPass(int batch, double soFar) {
    double fastest = Double.POSITIVE_INFINITY;
    long begin = System.nanoTime();
    int passes = 0;
    do {
      long start = System.nanoTime();
      pass(batch);
      fastest = Math.min(fastest, secondsSince(start));
      passes++;
    } while (secondsSince(begin) < SECONDS || (passes < PASSES && fastest < HOPELESS * soFar));
    return fastest;
  }

  /** Evaluation: the classes of the test set, compared with the labels. */
  private void evaluation(int batch) {
    for (int i = 0; i < PASSES; i++) {
      long start = System.nanoTime();
      int correct = correct(pass(batch));
      double seconds = secondsSince(start);
      print("evaluation_seconds=%.5f accuracy=%.4f", seconds, (double) correct / data.count());
    }
  }

  /** Classifies every image once. */
  private List<float[]> pass(int batch) {
    List<float[]> probabilities = new ArrayList<>();
    for (int from = 0; from < data.count(); from += batch) {
      int count = Math.min(batch, data.count() - from);
      probabilities.add(classify.probabilities(data.images().slice(from, count)));
    }
    return probabilities;
  }

  private int correct(List<float[]> probabilities) {
    int correct = 0;
    int image = 0;
    for (float[] batch : probabilities) {
      for (int row = 0; row < batch.length / classes; row++) {
        if (largest(batch, row * classes, classes) == data.labels().get(image++)) {
          correct++;
        }
      }
    }
    return correct;
  }

  private static int largest(float[] values, int offset, int count) {
    int largest = 0;
    for (int i = 1; i < count; i++) {
      if (values[offset + i] > values[offset + largest]) {
        largest = i;
      }
    }
    return largest;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void print(String format, Object... values) {
    out.accept(String.format(Locale.ROOT, format, values));
  }
}

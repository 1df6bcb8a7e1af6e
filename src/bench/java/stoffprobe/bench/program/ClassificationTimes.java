package stoffprobe.bench.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import stoffprobe.bench.figures.Percentiles;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

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

  private static final int PASSES = 3;
  private static final int WARM_UP_CALLS = 1_000;
  private static final int CALLS = 3_000;

  /** Latency: one image a call, another image each time; milliseconds. */
  public void latency() {
    Images images = data.images();
    for (int i = 0; i < WARM_UP_CALLS; i++) {
      classify.probabilities(slice(images, i, 1));
    }
    double[] milliseconds = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      Images image = slice(images, (WARM_UP_CALLS + i) % images.count(), 1);
      long start = System.nanoTime();
      classify.probabilities(image);
      milliseconds[i] = (System.nanoTime() - start) / 1e6;
    }
    Percentiles latency = Percentiles.of(milliseconds);
    print("p50_ms=%.4f p95_ms=%.4f p99_ms=%.4f", latency.p50(), latency.p95(), latency.p99());
  }

  /** Throughput: the whole test set in batches, as fast as the best size of batch allows. */
  public void throughput() {
    double best = 0;
    int bestBatch = 0;
    for (int batch : BATCHES) {
      double fastest = Double.POSITIVE_INFINITY;
      for (int pass = 0; pass <= PASSES; pass++) {
        long start = System.nanoTime();
        pass(batch);
        double seconds = (System.nanoTime() - start) / 1e9;
        // The first pass warms up.
        fastest = pass == 0 ? fastest : Math.min(fastest, seconds);
      }
      double rate = data.count() / fastest;
      if (rate > best) {
        best = rate;
        bestBatch = batch;
      }
    }
    print("images_per_second=%.1f batch=%d", best, bestBatch);
    evaluation(bestBatch);
  }

  /** Evaluation: the classes of the test set, compared with the labels. */
  private void evaluation(int batch) {
    for (int i = 0; i < PASSES; i++) {
      long start = System.nanoTime();
      int correct = correct(pass(batch));
      double seconds = (System.nanoTime() - start) / 1e9;
      print("evaluation_seconds=%.5f accuracy=%.4f", seconds, (double) correct / data.count());
    }
  }

  /** Classifies every image once. */
  private List<float[]> pass(int batch) {
    List<float[]> probabilities = new ArrayList<>();
    for (int from = 0; from < data.count(); from += batch) {
      int count = Math.min(batch, data.count() - from);
      probabilities.add(classify.probabilities(slice(data.images(), from, count)));
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

  private static Images slice(Images images, int from, int count) {
    int size = images.size();
    return new Images(
        images.pixels().slice(from * size, count * size), count, images.height(), images.width());
  }

  private void print(String format, Object... values) {
    out.accept(String.format(Locale.ROOT, format, values));
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.data.Images;

/**
 * Classifies images through one session: in chunks of a fixed size, each computed by one thread, so
 * that the bits of an image's row depend neither on the number of threads nor on their timing; and
 * of several images, all in whole groups of rows, so that they don't depend on the other images
 * either. One image alone is computed as such, which is faster and may differ in its last bits.
 * Thread-safe.
 */
final class Inference implements AutoCloseable {

  /**
   * Images a chunk: large enough to keep the kernels busy, small enough to stay in the cache, where
   * a convolution's maps take far more room than what passes between dense layers.
   */
  private static final int CHUNK = 20 * Inference.GROUP;

  private static final int CHUNK_WITH_CONVOLUTIONS = 5 * Inference.GROUP;

  /**
   * Kernels of matrix products take so many rows at a time, or a divisor of it (6 with AVX2, 8
   * without oneDNN), and what is left over by other instructions, whose sums may differ in the last
   * bit; a single row is a product with a vector.
   */
  static final int GROUP = 24;

  /** All operations of a run in the thread that asks for it: no other has to be woken. */
  private static final RunOptions IN_THIS_THREAD =
      RunOptions.newBuilder().setInterOpThreadPool(-1).build();

  private final Session session;
  private final Operand<TUint8> images;
  private final Operand<TFloat32> probabilities;
  private final int classes;
  private final int chunk;
  private final ExecutorService workers;

  /**
   * Classifies with operations of a graph.
   *
   * @param graph of the session
   * @param images uint8 {@code [b, h, w]}, in colour {@code [b, h, w, 3]}
   * @param probabilities float32 {@code [b, k]}
   * @param threads chunks that are computed at once
   */
  Inference(
      Graph graph,
      Session session,
      Operand<TUint8> images,
      Operand<TFloat32> probabilities,
      int threads) {
    this.session = session;
    this.images = images;
    this.probabilities = probabilities;
    this.classes = Math.toIntExact(probabilities.shape().get(1));
    this.chunk = convolves(graph) ? CHUNK_WITH_CONVOLUTIONS : CHUNK;
    this.workers = Executors.newFixedThreadPool(threads, DaemonThread.named("inference"));
  }

  /** float32 [n, k], row by row. */
  float[] probabilities(Images batch) {
    float[] rows = new float[Math.multiplyExact(batch.count(), classes)];
    if (batch.count() <= chunk) { // handing it to another thread would only cost time
      chunk(batch, 0, batch.count(), rows);
      return rows;
    }
    List<Future<?>> chunks = new ArrayList<>();
    for (int from = 0; from < batch.count(); from += chunk) {
      int start = from;
      int end = Math.min(from + chunk, batch.count());
      chunks.add(workers.submit(() -> chunk(batch, start, end, rows)));
    }
    try {
      chunks.forEach(Inference::await);
    } finally {
      chunks.forEach(chunk -> chunk.cancel(false));
    }
    return rows;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void chunk(Images batch, int from, int to, float[] rows) {
    if (from == to) {
      return; // not all kernels take a batch of none
    }
    int groups = (to - from + GROUP - 1) / GROUP;
    int count = batch.count() == 1 ? 1 : groups * GROUP; // rows of black where images end
    byte[] pixels = new byte[count * batch.size()];
    for (int i = from; i < to; i++) {
      batch.copyTo(i, pixels, (i - from) * batch.size());
    }
    Shape shape = ImageShape.batch(count, batch.height(), batch.width(), batch.channels());
    try (TUint8 input = TUint8.tensorOf(shape)) {
      input.asRawTensor().data().write(pixels);
      Session.Runner runner = session.runner().setOptions(IN_THIS_THREAD);
      try (Result result = runner.feed(images, input).fetch(probabilities).run()) {
        TFloat32 found = (TFloat32) result.get(0);
        found.asRawTensor().data().asFloats().read(rows, from * classes, (to - from) * classes);
      }
    }
  }

  private static boolean convolves(Graph graph) {
    Iterator<GraphOperation> operations = graph.operations();
    while (operations.hasNext()) {
      if (operations.next().type().equals("Conv2D")) {
        return true;
      }
    }
    return false;
  }

  private static void await(Future<?> chunk) {
    try {
      chunk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while classifying", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.data.Images;

/**
 * Classifies many images through one session: in chunks of a fixed size, each computed by one
 * thread, so that the bits of an image's row depend neither on the number of threads nor on their
 * timing.
 */
final class Inference {

  /** Large enough to keep the kernels busy, small enough to stay in the cache. */
  private static final int CHUNK = 125;

  private final Session session;
  private final Operand<TUint8> images;
  private final Operand<TFloat32> probabilities;
  private final int threads;

  Inference(Session session, Operand<TUint8> images, Operand<TFloat32> probabilities, int threads) {
    this.session = session;
    this.images = images;
    this.probabilities = probabilities;
    this.threads = threads;
  }

  /** float32 [n, k], row by row. */
  float[] probabilities(Images batch) {
    List<Future<float[]>> chunks = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (int from = 0; from < batch.count(); from += CHUNK) {
        int start = from;
        int end = Math.min(from + CHUNK, batch.count());
        chunks.add(workers.submit(() -> chunk(batch, start, end)));
      }
      return join(chunks);
    } finally {
      workers.shutdownNow();
    }
  }

  private float[] chunk(Images batch, int from, int to) {
    byte[] pixels = new byte[(to - from) * batch.size()];
    for (int i = from; i < to; i++) {
      batch.copyTo(i, pixels, (i - from) * batch.size());
    }
    try (TUint8 input = TUint8.tensorOf(Shape.of(to - from, batch.height(), batch.width()))) {
      input.asRawTensor().data().write(pixels);
      try (Result result = session.runner().feed(images, input).fetch(probabilities).run()) {
        return Floats.copyOf((TFloat32) result.get(0));
      }
    }
  }

  private static float[] join(List<Future<float[]>> chunks) {
    List<float[]> parts = new ArrayList<>();
    int length = 0;
    for (Future<float[]> chunk : chunks) {
      float[] part = get(chunk);
      parts.add(part);
      length += part.length;
    }
    float[] all = new float[length];
    int offset = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, offset, part.length);
      offset += part.length;
    }
    return all;
  }

  private static float[] get(Future<float[]> chunk) {
    try {
      return chunk.get();
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

package stoffprobe.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

/**
 * The tensors that batches are fed in, made once for each size of a batch (all but an epoch's last
 * have the same) and filled again for every step.
 */
final class BatchTensors implements AutoCloseable {

  private final int shards;
  private final int height;
  private final int width;
  private final Map<Integer, Batch> bySize = new HashMap<>();
  private final byte[] image;

  BatchTensors(int shards, int height, int width) {
    this.shards = shards;
    this.height = height;
    this.width = width;
    this.image = new byte[height * width];
  }

  /** One batch, in shards. */
  static final class Batch implements AutoCloseable {
    private final List<TUint8> images = new ArrayList<>();
    private final List<TUint8> labels = new ArrayList<>();
    private final List<TFloat32> weights = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    /** uint8 [b, h, w]. */
    TUint8 images(int shard) {
      return images.get(shard);
    }

    /** uint8 [b]. */
    TUint8 labels(int shard) {
      return labels.get(shard);
    }

    /** float32 [b]: what each image counts for in the batch's mean loss. */
    TFloat32 weights(int shard) {
      return weights.get(shard);
    }

    @Override
    public void close() {
      images.forEach(TUint8::close);
      labels.forEach(TUint8::close);
      weights.forEach(TFloat32::close);
    }
  }

  /** The batch {@code order[from]} to before {@code order[to]}; valid until the next call. */
  Batch fill(LabelledImages data, int[] order, int from, int to) {
    int size = to - from;
    Batch batch = bySize.computeIfAbsent(size, this::allocate);
    Images images = data.images();
    int next = from;
    for (int shard = 0; shard < shards; shard++) {
      ByteDataBuffer pixels = batch.images(shard).asRawTensor().data();
      ByteDataBuffer labels = batch.labels(shard).asRawTensor().data();
      int count = batch.counts.get(shard);
      for (int i = 0; i < count; i++) {
        int index = order[next++];
        images.copyTo(index, image, 0);
        pixels.offset((long) i * image.length).write(image);
        labels.setByte((byte) data.labels().get(index), i);
      }
    }
    return batch;
  }

  @Override
  public void close() {
    bySize.values().forEach(Batch::close);
  }

  /**
   * Shard i of s holds the images from size i / s to before size (i + 1) / s. One that would be
   * empty gets a black image that counts for nothing, as not all kernels take a batch of none.
   */
  private Batch allocate(int size) {
    Batch batch = new Batch();
    for (int shard = 0; shard < shards; shard++) {
      int count = size * (shard + 1) / shards - size * shard / shards;
      int held = Math.max(1, count);
      float[] weights = new float[held];
      Arrays.fill(weights, count == 0 ? 0 : 1f / size);
      batch.counts.add(count);
      batch.images.add(TUint8.tensorOf(Shape.of(held, height, width), BatchTensors::clear));
      batch.labels.add(TUint8.tensorOf(Shape.of(held), BatchTensors::clear));
      batch.weights.add(TFloat32.vectorOf(weights));
    }
    return batch;
  }

  private static void clear(TUint8 tensor) {
    tensor.asRawTensor().data().write(new byte[Math.toIntExact(tensor.size())]);
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;
import stoffprobe.data.Images;
import stoffprobe.data.LabelledImages;

/** The tensors that batches of one size are fed in, filled again for every batch. */
final class BatchTensors implements AutoCloseable {

  private final BatchLayout layout;
  private final List<TUint8> images = new ArrayList<>();
  private final TFloat32 targets;
  private final TFloat32 shares;
  private final List<List<TUint8>> masks = new ArrayList<>();
  private final IdentityHashMap<TUint8, ByteDataBuffer> buffers = new IdentityHashMap<>();
  private final byte[] pixels;
  private final int classes;
  private final int[] labels;
  private final float[] share;
  private final float[] weighted;
  private final FloatDataBuffer targetsBuffer;
  private final float[] logarithms;
  private final List<byte[]> kept = new ArrayList<>();

  /**
   * Makes the tensors.
   *
   * @param classes k
   * @param dropouts the network's dropout layers
   */
  BatchTensors(
      BatchLayout layout,
      stoffprobe.config.Shape.Image image,
      int classes,
      List<DropoutLayer> dropouts) {
    this.layout = layout;
    for (int block = 0; block < layout.blocks(); block++) {
      images.add(zeros(ImageShape.fed(layout.rows(block), image)));
    }
    pixels = new byte[Math.multiplyExact(layout.rows(), Math.toIntExact(image.size()))];
    this.classes = classes;
    labels = new int[layout.rows()];
    share = new float[layout.rows()];
    for (int block = 0; block < layout.blocks(); block++) {
      int first = layout.rowsBefore(block);
      Arrays.fill(share, first, first + layout.images(block), 1f / layout.size());
    }
    shares = TFloat32.tensorOf(Shape.of(layout.rows(), 1), tensor -> floats(tensor).write(share));
    weighted = new float[Math.multiplyExact(layout.rows(), classes)];
    logarithms = new float[weighted.length];
    targets = TFloat32.tensorOf(Shape.of(layout.rows(), classes));
    targetsBuffer = floats(targets);
    for (DropoutLayer dropout : dropouts) {
      List<TUint8> blocks = new ArrayList<>();
      for (int block = 0; block < dropout.blocks(); block++) {
        int rows = dropout.blocks() == 1 ? layout.rows() : layout.rows(block);
        blocks.add(zeros(Shape.of(rows, dropout.values())));
      }
      masks.add(blocks);
      kept.add(new byte[Math.multiplyExact(layout.size(), dropout.values())]);
    }
  }

  /** uint8 [rows, h, w, channels]. */
  TUint8 images(int block) {
    return images.get(block);
  }

  /** float32 [rows of all blocks, k]: each image's label as one-hot vector, times its share. */
  TFloat32 targets() {
    return targets;
  }

  /** float32 [rows of all blocks, 1]: what each image counts for in the batch's mean loss. */
  TFloat32 shares() {
    return shares;
  }

  /** uint8 [rows, values]: 1 where the dropout layer keeps a value, 0 where it drops it. */
  TUint8 mask(int dropout, int block) {
    return masks.get(dropout).get(block);
  }

  /**
   * Takes a batch of the layout's size.
   *
   * @param change what happens to each image's pixels, in the order of the batch
   */
  void fill(LabelledImages data, Batches batches, int batch, ImageChange change) {
    Images source = data.images();
    int start = batches.start(batch);
    for (int block = 0; block < layout.blocks(); block++) {
      int count = layout.images(block);
      int first = start + layout.first(block);
      int firstRow = layout.rowsBefore(block);
      for (int i = 0; i < count; i++) {
        int image = batches.image(first + i);
        source.copyTo(image, pixels, i * source.size());
        change.apply(pixels, i * source.size());
        labels[firstRow + i] = data.labels().get(image);
      }
      bytes(images.get(block)).write(pixels, 0, count * source.size());
    }
    Arrays.fill(weighted, 0);
    for (int row = 0; row < labels.length; row++) {
      weighted[row * classes + labels[row]] = share[row];
    }
    targetsBuffer.write(weighted);
  }

  /**
   * Draws the mask of a dropout layer, image by image in the order of the batch, so that it does
   * not depend on the layout.
   *
   * @param number of the layer among the dropout layers
   */
  void drop(int number, DropoutLayer dropout, RandomGenerator random) {
    int values = dropout.values();
    byte[] keep = kept.get(number);
    DropoutMask.fill(random, dropout.rate(), keep);
    for (int block = 0; block < layout.blocks(); block++) {
      boolean whole = dropout.blocks() == 1;
      long offset = whole ? (long) layout.rowsBefore(block) * values : 0;
      bytes(masks.get(number).get(whole ? 0 : block))
          .offset(offset)
          .write(keep, layout.first(block) * values, layout.images(block) * values);
    }
  }

  /**
   * The mean cross-entropy of the batch that was filled in last.
   *
   * @param logProbabilities float32 [rows of all blocks, k]: the logarithms of the probabilities
   */
  double loss(TFloat32 logProbabilities) {
    floats(logProbabilities).read(logarithms);
    double loss = 0;
    for (int row = 0; row < labels.length; row++) {
      if (share[row] > 0) {
        loss -= (double) share[row] * logarithms[row * classes + labels[row]];
      }
    }
    return loss;
  }

  @Override
  public void close() {
    images.forEach(TUint8::close);
    targets.close();
    shares.close();
    masks.forEach(blocks -> blocks.forEach(TUint8::close));
  }

  /** The tensor's values in C order; kept, as making the buffer takes longer than filling it. */
  private ByteDataBuffer bytes(TUint8 tensor) {
    return buffers.computeIfAbsent(tensor, key -> key.asRawTensor().data());
  }

  private static TUint8 zeros(Shape shape) {
    return TUint8.tensorOf(
        shape,
        tensor -> tensor.asRawTensor().data().write(new byte[Math.toIntExact(tensor.size())]));
  }

  private static FloatDataBuffer floats(TFloat32 tensor) {
    return tensor.asRawTensor().data().asFloats();
  }
}

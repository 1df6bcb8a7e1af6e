package stoffprobe.model;

import java.util.Arrays;

/** Images in the order in which they are trained on, cut into batches. */
public final class Batches {

  private final int[] order;
  private final int size;

  /**
   * Takes images.
   *
   * @param order their indices; copied
   * @param size images a batch, at least 1; the last batch is smaller if they don't divide evenly
   */
  public Batches(int[] order, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("batches of " + size);
    }
    this.order = order.clone();
    this.size = size;
  }

  /** The batches of the images {@code order[from]} to before {@code order[to]}. */
  public static Batches range(int[] order, int from, int to, int size) {
    return new Batches(Arrays.copyOfRange(order, from, to), size);
  }

  /** How many batches there are. */
  public int count() {
    return order.length / size + (order.length % size == 0 ? 0 : 1);
  }

  /** The place of a batch's first image in the order. */
  public int start(int batch) {
    return batch * size;
  }

  /** Images of a batch. */
  public int size(int batch) {
    return Math.min(size, order.length - start(batch));
  }

  /** The index of the image at a place in the order. */
  public int image(int place) {
    return order[place];
  }
}

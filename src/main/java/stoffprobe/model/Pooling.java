package stoffprobe.model;

import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;

/**
 * What follows a convolution and can be computed together with it: a ReLU, and a max-pool after or
 * instead of it.
 *
 * @param relu whether there is a ReLU
 * @param size of the max-pool's window, 1 if there is none
 * @param layers how many layers of the list this covers
 */
record Pooling(boolean relu, int size, int layers) {

  /** Looks behind the convolution at {@code index}; covers nothing if no max-pool follows. */
  static Pooling after(List<Architecture.Placed> layers, int index) {
    int next = index + 1;
    boolean relu = next < layers.size() && layers.get(next).layer() instanceof Layer.Relu;
    int pool = relu ? next + 1 : next;
    if (pool < layers.size() && layers.get(pool).layer() instanceof Layer.MaxPool max) {
      return new Pooling(relu, max.size(), pool - index);
    }
    return new Pooling(false, 1, 0);
  }
}

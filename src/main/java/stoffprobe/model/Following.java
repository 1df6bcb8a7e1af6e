package stoffprobe.model;

import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;

/**
 * What follows a layer and is computed together with it: a ReLU, and behind a convolution a
 * max-pool after or instead of it.
 *
 * @param relu whether there is a ReLU
 * @param pool size of the max-pool's window, 1 if there is none
 * @param layers how many layers of the list this covers
 */
record Following(boolean relu, int pool, int layers) {

  /** Looks behind the layer at {@code index}. */
  static Following after(List<Architecture.Placed> layers, int index) {
    int next = index + 1;
    boolean relu = next < layers.size() && layers.get(next).layer() instanceof Layer.Relu;
    int pool = relu ? next + 1 : next;
    if (pool < layers.size() && layers.get(pool).layer() instanceof Layer.MaxPool max) {
      return new Following(relu, max.size(), pool - index);
    }
    return new Following(relu, 1, relu ? 1 : 0);
  }
}

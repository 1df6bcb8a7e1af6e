package stoffprobe.model;

import java.util.List;
import java.util.Optional;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;

/**
 * Two dense layers, the second right after the first or after its ReLU.
 *
 * @param between what follows the first layer
 * @param second the second layer
 * @param after what follows the second layer
 */
record DensePair(Following between, Architecture.Placed second, Following after) {

  /** The pair whose first layer is at {@code index}, if there is one. */
  static Optional<DensePair> at(List<Architecture.Placed> layers, int index) {
    Following between = Following.after(layers, index);
    int second = index + between.layers() + 1;
    boolean both =
        second < layers.size()
            && layers.get(index).layer() instanceof Layer.Dense
            && layers.get(second).layer() instanceof Layer.Dense;
    return both
        ? Optional.of(new DensePair(between, layers.get(second), Following.after(layers, second)))
        : Optional.empty();
  }

  /** How many layers of the list it covers behind its first. */
  int layers() {
    return between.layers() + 1 + after.layers();
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * A dropout layer of a network.
 *
 * @param index the layer's number in the network
 * @param rate the share of values to drop
 * @param shape of what it gets, without the batch
 * @param blocks of rows that it gets a batch in
 */
record DropoutLayer(int index, double rate, Shape shape, int blocks) {

  /**
   * A network's dropout layers.
   *
   * @param blocks of rows that the network gets a batch in
   */
  static List<DropoutLayer> of(Architecture architecture, int blocks) {
    List<DropoutLayer> found = new ArrayList<>();
    add(architecture.layers(), blocks, found);
    return found;
  }

  /** Returns the blocks that come out. */
  private static int add(List<Architecture.Placed> layers, int blocks, List<DropoutLayer> found) {
    int now = blocks;
    for (Architecture.Placed placed : layers) {
      if (placed.layer() instanceof Layer.Dropout dropout) {
        found.add(new DropoutLayer(placed.number(), dropout.rate(), placed.input(), now));
      } else if (placed.layer() instanceof Layer.Dense) {
        now = 1; // a dense layer takes the whole batch
      } else if (placed.layer() instanceof Layer.Residual) {
        now = Math.min(add(placed.inner(), now, found), add(placed.shortcut(), now, found));
      }
    }
    return now;
  }

  /** Values an image. */
  int values() {
    return Math.toIntExact(shape.size());
  }
}

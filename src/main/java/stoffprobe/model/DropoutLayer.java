package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * A dropout layer of a network.
 *
 * @param index in the layer list
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
    int now = blocks;
    for (int i = 0; i < architecture.layers().size(); i++) {
      Architecture.Placed placed = architecture.layers().get(i);
      if (placed.layer() instanceof Layer.Dropout dropout) {
        found.add(new DropoutLayer(i, dropout.rate(), placed.input(), now));
      } else if (placed.layer() instanceof Layer.Dense) {
        now = 1; // a dense layer takes the whole batch
      }
    }
    return found;
  }

  /** Values an image. */
  int values() {
    return Math.toIntExact(shape.size());
  }
}

package stoffprobe.model;

import java.util.List;
import stoffprobe.config.Layer;

/** Networks small enough for central differences. */
final class TinyNetworks {

  private TinyNetworks() {}

  /** Every kind of layer but dropout; 6 x 6 images, 3 classes, 77 parameters. */
  static List<Layer> convolutional() {
    return List.of(
        new Layer.Conv2d(2, 3, Layer.Padding.SAME),
        new Layer.Relu(),
        new Layer.MaxPool(2),
        new Layer.Conv2d(2, 2, Layer.Padding.VALID),
        new Layer.Relu(),
        new Layer.Flatten(),
        new Layer.Dense(4),
        new Layer.Relu(),
        new Layer.Dense(3));
  }

  static List<Layer> dense(int hidden, int classes) {
    return List.of(
        new Layer.Flatten(), new Layer.Dense(hidden), new Layer.Relu(), new Layer.Dense(classes));
  }
}

package stoffprobe.model;

import java.util.List;
import java.util.stream.Stream;
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

  /** Dense layers that are large enough to be cut, unevenly; 12 x 12 images, 3 classes. */
  static List<Layer> wide() {
    return List.of(
        new Layer.Flatten(),
        new Layer.Dense(700),
        new Layer.Relu(),
        new Layer.Dense(145),
        new Layer.Dense(3));
  }

  /** Every way in which a dense layer can follow one that is large enough to be cut; 28 x 28. */
  static List<List<Layer>> dense() {
    Layer flatten = new Layer.Flatten();
    Layer relu = new Layer.Relu();
    Layer wide = new Layer.Dense(150);
    Layer narrow = new Layer.Dense(7);
    Layer dropout = new Layer.Dropout(0.3);
    return List.of(
        List.of(flatten, wide, relu, narrow),
        List.of(flatten, wide, narrow),
        List.of(flatten, wide, relu, narrow, relu, narrow, relu),
        List.of(flatten, wide, new Layer.Dense(300), relu, new Layer.Dense(250), relu, narrow),
        List.of(flatten, wide, relu, dropout, narrow),
        List.of(flatten, dropout, wide, relu, new Layer.Dense(60), dropout, narrow),
        List.of(new Layer.Conv2d(1, 3, Layer.Padding.SAME), flatten, wide, relu, narrow));
  }

  /**
   * Every way in which a ReLU and a max-pool can follow a convolution, or not; 8 x 8, 3 classes.
   */
  static List<List<Layer>> pooled() {
    Layer conv = new Layer.Conv2d(2, 3, Layer.Padding.SAME);
    Layer relu = new Layer.Relu();
    Layer pool = new Layer.MaxPool(2);
    List<Layer> head = List.of(new Layer.Flatten(), new Layer.Dense(3));
    return Stream.of(
            List.of(conv, relu, pool),
            List.of(conv, pool),
            List.of(conv, pool, relu),
            List.of(conv, relu),
            List.of(conv, relu, relu, pool),
            List.of(conv, relu, pool, conv, relu, pool),
            List.of(pool, conv, pool, pool))
        .map(body -> Stream.concat(body.stream(), head.stream()).toList())
        .toList();
  }
}

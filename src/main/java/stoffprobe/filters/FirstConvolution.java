package stoffprobe.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.Layer;

/**
 * The place of a convolution that no other layer with weights comes before.
 *
 * @param convolution its settings
 * @param before the layers before it, which have no weights
 */
public record FirstConvolution(Layer.Conv2d convolution, List<Layer> before) {

  public FirstConvolution {
    before = List.copyOf(before);
  }

  /**
   * Finds it in a list of layers whose shapes fit; none if another layer has the first weights, if
   * the filters skip places, or if they see what is no plane of an image any more.
   */
  public static Optional<FirstConvolution> of(List<Layer> layers) {
    List<Layer> before = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Layer.Conv2d convolution) {
        return convolution.stride() == 1
            ? Optional.of(new FirstConvolution(convolution, before))
            : Optional.empty();
      } else if (!Plane.passes(layer)) {
        return Optional.empty();
      }
      before.add(layer);
    }
    return Optional.empty();
  }

  /**
   * Rows and columns that a value of its input stands for in the image: more than 1 after pools.
   */
  public int scale() {
    return before.stream()
        .mapToInt(layer -> layer instanceof Layer.MaxPool pool ? pool.size() : 1)
        .reduce(1, Math::multiplyExact);
  }

  /** Rows of zeros above the image, and columns of them on its left, as TensorFlow puts them. */
  int padding() {
    return convolution.padding() == Layer.Padding.SAME ? (convolution.kernel() - 1) / 2 : 0;
  }

  /** How many places there are along a side of {@code size} values. */
  int places(int size) {
    return convolution.places(size);
  }
}

package stoffprobe.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of layers put to a certain size of image: every shape and every number of parameters.
 *
 * @param layers from the image to the logits, at least one
 */
public record Architecture(List<Placed> layers) {

  /**
   * A layer at its place.
   *
   * @param input the shape that it gets, without the batch
   * @param output the shape that it passes on
   * @param parameters how many values it learns, kernel and bias
   */
  public record Placed(Layer layer, Shape input, Shape output, long parameters) {}

  public Architecture {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network has at least one layer");
    }
  }

  /**
   * Puts {@code layers} one after the other, the first to {@code input}.
   *
   * @throws ShapeMismatchException naming the first layer that does not fit
   */
  public static Architecture of(Shape.Image input, List<Layer> layers) {
    List<Placed> placed = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      Placed next = place(placed.size(), layer, shape);
      placed.add(next);
      shape = next.output();
    }
    return new Architecture(placed);
  }

  private static Placed place(int index, Layer layer, Shape input) {
    Fit fit = layer.fit(input);
    if (fit instanceof Fit.Misfit misfit) {
      throw new ShapeMismatchException(index, layer, input, misfit.needs());
    }
    Fit.Fits fits = (Fit.Fits) fit;
    return new Placed(layer, input, fits.output(), fits.parameters());
  }

  /** The shape that the last layer passes on. */
  public Shape output() {
    return layers.get(layers.size() - 1).output();
  }

  /** How many values the network learns. */
  public long parameters() {
    return layers.stream().mapToLong(Placed::parameters).sum();
  }
}

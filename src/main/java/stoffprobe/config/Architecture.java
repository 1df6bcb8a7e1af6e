package stoffprobe.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of layers put to a certain size of image: every shape and every number of parameters.
 *
 * @param layers from the image to the logits, at least one
 */
public record Architecture(List<Placed> layers) {

  /**
   * A layer at its place.
   *
   * @param number counts all layers of the network from 0, those inside a layer after it; so it is
   *     the place in the list if no layer has others inside
   * @param input the shape that it gets, without the batch
   * @param output the shape that it passes on
   * @param parameters how many values it learns
   * @param inner the layers inside a residual block, at their places
   * @param shortcut those of its shortcut
   */
  public record Placed(
      int number,
      Layer layer,
      Shape input,
      Shape output,
      long parameters,
      List<Placed> inner,
      List<Placed> shortcut) {

    public Placed {
      inner = List.copyOf(inner);
      shortcut = List.copyOf(shortcut);
    }

    /** This layer, and then all inside it, in the order of their numbers. */
    public Stream<Placed> all() {
      return Stream.concat(
          Stream.of(this), Stream.of(inner, shortcut).flatMap(List::stream).flatMap(Placed::all));
    }
  }

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
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      Fit fit = layers.get(i).fit(shape);
      if (fit instanceof Fit.Misfit misfit) {
        throw new ShapeMismatchException(i, misfit);
      }
      shape = ((Fit.Fits) fit).output();
    }
    return new Architecture(place(0, layers, input));
  }

  private static List<Placed> place(int first, List<Layer> layers, Shape input) {
    List<Placed> placed = new ArrayList<>();
    int number = first;
    Shape shape = input;
    for (Layer layer : layers) {
      Placed next = place(number, layer, shape);
      placed.add(next);
      number += (int) next.all().count();
      shape = next.output();
    }
    return placed;
  }

  private static Placed place(int number, Layer layer, Shape input) {
    Fit.Fits fits = (Fit.Fits) layer.fit(input);
    List<Placed> inner = List.of();
    List<Placed> shortcut = List.of();
    if (layer instanceof Layer.Residual residual) {
      inner = place(number + 1, residual.layers(), input);
      int inside = (int) inner.stream().flatMap(Placed::all).count();
      shortcut = place(number + 1 + inside, residual.shortcut(), input);
    }
    return new Placed(number, layer, input, fits.output(), fits.parameters(), inner, shortcut);
  }

  /** All layers, those inside others too, in the order of their numbers. */
  public List<Placed> all() {
    return layers.stream().flatMap(Placed::all).toList();
  }

  /** The shape that the first layer gets. */
  public Shape.Image input() {
    return (Shape.Image) layers.get(0).input();
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

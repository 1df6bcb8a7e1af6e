package stoffprobe.report.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * How many multiplications a network takes for one image, forwards; those of its layers with
 * weights, as the others multiply nothing.
 */
public record Work(List<Part> parts) {

  /**
   * One layer's.
   *
   * @param place of the layer among all layers, those inside blocks too, from 1
   * @param convolution or a fully connected layer
   */
  public record Part(int place, boolean convolution, long multiplications) {}

  public Work {
    parts = List.copyOf(parts);
  }

  /** Counts for images of a shape. */
  public static Work of(List<Layer> layers, Shape.Image image) {
    List<Part> parts = new ArrayList<>();
    Architecture architecture = Architecture.of(image, layers);
    for (Architecture.Placed placed : architecture.all()) {
      int place = placed.number() + 1;
      if (placed.layer() instanceof Layer.Dense dense) {
        parts.add(new Part(place, false, placed.input().size() * dense.units()));
      } else if (placed.layer() instanceof Layer.Conv2d convolution) {
        long products = (long) convolution.kernel() * convolution.kernel() * placed.input().last();
        parts.add(new Part(place, true, placed.output().size() * products));
      }
    }
    return new Work(parts);
  }

  public long multiplications() {
    return parts.stream().mapToLong(Part::multiplications).sum();
  }

  /** The layer with the most; none in a network without weights. */
  public Optional<Part> largest() {
    return parts.stream().max(Comparator.comparingLong(Part::multiplications));
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * One trainable tensor of a network.
 *
 * @param name {@code layer0_kernel}: the layer's place in the list, and what it is to that layer
 * @param shape sizes in C order: a dense kernel is {@code [in, out]}, a convolution's {@code
 *     [height, width, in, out]}, a bias {@code [out]}
 * @param layer index of its layer in the layer list
 * @param fanIn how many inputs one unit of its layer sees; decides the initial range
 */
public record ParameterSpec(String name, List<Integer> shape, int layer, int fanIn) {

  public ParameterSpec {
    shape = List.copyOf(shape);
  }

  /** The number of values. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** All of a network's trainable tensors in the order of its layers: kernel, then bias. */
  public static List<ParameterSpec> of(Architecture architecture) {
    List<ParameterSpec> specs = new ArrayList<>();
    for (int i = 0; i < architecture.layers().size(); i++) {
      Architecture.Placed placed = architecture.layers().get(i);
      if (placed.layer() instanceof Layer.Dense dense
          && placed.input() instanceof Shape.Vector input) {
        int fanIn = Math.toIntExact(input.size());
        addLayer(specs, i, List.of(fanIn, dense.units()), fanIn);
      } else if (placed.layer() instanceof Layer.Conv2d conv
          && placed.input() instanceof Shape.Image input) {
        int side = conv.kernel();
        addLayer(
            specs,
            i,
            List.of(side, side, input.channels(), conv.filters()),
            Math.multiplyExact(side * side, input.channels()));
      }
    }
    return List.copyOf(specs);
  }

  private static void addLayer(
      List<ParameterSpec> specs, int layer, List<Integer> kernel, int fanIn) {
    int units = kernel.get(kernel.size() - 1);
    specs.add(new ParameterSpec("layer" + layer + "_kernel", kernel, layer, fanIn));
    specs.add(new ParameterSpec("layer" + layer + "_bias", List.of(units), layer, fanIn));
  }
}

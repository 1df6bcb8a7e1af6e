package stoffprobe.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;

/**
 * One tensor of a network.
 *
 * @param name {@code layer0_kernel}: the layer's number, and what the tensor is to that layer
 * @param shape sizes in C order: a dense kernel is {@code [in, out]}, a convolution's {@code
 *     [height, width, in, out]}, all others {@code [out]}
 * @param layer number of its layer in the network
 * @param fanIn how many inputs one unit of its layer sees; decides the initial range
 */
public record ParameterSpec(Role role, String name, List<Integer> shape, int layer, int fanIn) {

  /** What a tensor is to its layer. */
  public enum Role {
    KERNEL,
    BIAS,
    /** Of a batch normalisation: what normalised values are multiplied with. */
    SCALE,
    /** Of a batch normalisation: what is added then. */
    SHIFT,
    /** Of a batch normalisation: the running mean of the batches' means. */
    MEAN,
    /** Of a batch normalisation: the running mean of the batches' variances. */
    VARIANCE
  }

  public ParameterSpec {
    shape = List.copyOf(shape);
  }

  /** Whether gradients change it, and not what passes through the network. */
  public boolean learned() {
    return role != Role.MEAN && role != Role.VARIANCE;
  }

  /** The number of values. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** All of a network's tensors in the order of its layers; of a layer in that of the roles. */
  public static List<ParameterSpec> of(Architecture architecture) {
    return architecture.all().stream().map(ParameterSpec::of).flatMap(List::stream).toList();
  }

  private static List<ParameterSpec> of(Architecture.Placed placed) {
    int in = placed.input().last();
    if (placed.layer() instanceof Layer.Dense dense) {
      return kernelAndBias(placed, List.of(in, dense.units()), in);
    } else if (placed.layer() instanceof Layer.Conv2d conv) {
      int side = conv.kernel();
      return kernelAndBias(
          placed, List.of(side, side, in, conv.filters()), Math.multiplyExact(side * side, in));
    } else if (placed.layer() instanceof Layer.BatchNorm) {
      return Stream.of(Role.SCALE, Role.SHIFT, Role.MEAN, Role.VARIANCE)
          .map(role -> spec(role, placed, List.of(in), in))
          .toList();
    }
    return List.of();
  }

  private static List<ParameterSpec> kernelAndBias(
      Architecture.Placed placed, List<Integer> kernel, int fanIn) {
    List<Integer> bias = kernel.subList(kernel.size() - 1, kernel.size());
    return List.of(spec(Role.KERNEL, placed, kernel, fanIn), spec(Role.BIAS, placed, bias, fanIn));
  }

  private static ParameterSpec spec(
      Role role, Architecture.Placed placed, List<Integer> shape, int fanIn) {
    String name = "layer" + placed.number() + "_" + role.name().toLowerCase(Locale.ROOT);
    return new ParameterSpec(role, name, shape, placed.number(), fanIn);
  }
}

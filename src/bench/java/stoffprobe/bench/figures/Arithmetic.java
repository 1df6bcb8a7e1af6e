package stoffprobe.bench.figures;

import java.util.List;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.Shape;

/**
 * The matrix arithmetic of a network: what no way of computing it by dense products can leave out.
 * A multiplication with its addition counts as two operations; biases, activations, pooling and the
 * optimizer are left out.
 *
 * @param forward operations of one example's forward pass
 * @param training operations of one example's training: each layer with a kernel does its forward
 *     work three times (output, gradient of the kernel, gradient of the input), but nothing needs
 *     the gradient of the first one's input
 */
public record Arithmetic(long forward, long training) {

  /** Counts the operations of {@code architecture}. */
  public static Arithmetic of(Architecture architecture) {
    List<Long> products =
        architecture.all().stream().map(Arithmetic::products).filter(count -> count > 0).toList();
    long forward = 2 * products.stream().mapToLong(Long::longValue).sum();
    long first = products.isEmpty() ? 0 : 2 * products.get(0);
    return new Arithmetic(forward, 3 * forward - first);
  }

  /** Billions of operations in an epoch of {@code examples}. */
  public double gflopPerEpoch(int examples) {
    return (double) training * examples / 1e9;
  }

  /** Multiplications of a layer for one example. */
  private static long products(Architecture.Placed placed) {
    Layer layer = placed.layer();
    if (layer instanceof Layer.Dense dense) {
      return placed.input().size() * dense.units();
    }
    if (layer instanceof Layer.Conv2d convolution && placed.input() instanceof Shape.Image image) {
      long window = (long) convolution.kernel() * convolution.kernel() * image.channels();
      return placed.output().size() * window;
    }
    return 0;
  }
}

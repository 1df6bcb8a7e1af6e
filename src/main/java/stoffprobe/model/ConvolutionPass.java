package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Layer;

/**
 * A convolution with its bias and the ReLU and the max-pool that may follow, for each block of
 * images alone; the gradients are the sums over the blocks, in their order.
 *
 * <p>On the way back the ReLU and the bias are looked at behind the max-pool, where there are fewer
 * values: a window passes on its largest value, which the ReLU cuts off if and only if it cuts off
 * the whole window; and as each window passes its gradient to one value, the sum over the windows
 * is the sum over the values, which is the bias's gradient.
 */
final class ConvolutionPass implements LayerPass {

  private final Ops tf;
  private final Kernels kernels;
  private final Layer.Conv2d layer;
  private final Following following;
  private final Operand<TFloat32> kernel;
  private final Operand<TFloat32> bias;
  private final int[] kernelShape;
  private final List<Long> strides;
  private final List<Operand<TFloat32>> inputs = new ArrayList<>();
  private final List<Operand<TFloat32>> maps = new ArrayList<>();
  private final List<Operand<TFloat32>> pooled = new ArrayList<>();
  private List<List<Gradient>> gradients = List.of();

  /**
   * A layer.
   *
   * @param following what of the next layers is computed here
   * @param channels of the input
   */
  ConvolutionPass(
      Kernels kernels,
      Layer.Conv2d layer,
      Following following,
      ParameterBlocks parameters,
      int channels) {
    this.tf = kernels.tf();
    this.kernels = kernels;
    this.layer = layer;
    this.following = following;
    this.kernel = parameters.kernel().get(0);
    this.bias = parameters.bias().get(0);
    this.kernelShape = new int[] {layer.kernel(), layer.kernel(), channels, layer.filters()};
    this.strides = List.of(1L, (long) layer.stride(), (long) layer.stride(), 1L);
  }

  /** One operation after the other, as oneDNN computes bias and ReLU along with the convolution. */
  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    for (Operand<TFloat32> block : x) {
      Operand<TFloat32> biased =
          tf.nn.biasAdd(tf.nn.conv2d(block, kernel, strides, padding()), bias);
      Operand<TFloat32> map = following.relu() ? tf.nn.relu(biased) : biased;
      inputs.add(block);
      maps.add(map); // [b, h, w, filters]
      pooled.add(following.pool() > 1 ? kernels.maxPool(map, following.pool()) : map);
    }
    return List.copyOf(pooled);
  }

  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    List<Operand<TFloat32>> ofKernel = new ArrayList<>();
    List<Operand<TFloat32>> ofBias = new ArrayList<>();
    List<Operand<TFloat32>> below = new ArrayList<>();
    for (int i = 0; i < gradient.size(); i++) {
      Operand<TFloat32> x = inputs.get(i);
      Operand<TFloat32> inside = inside(gradient.get(i), i);
      Operand<TFloat32> atMaps = atMaps(inside, i);
      ofBias.add(tf.nn.biasAddGrad(inside));
      ofKernel.add(
          tf.nn.conv2dBackpropFilter(x, tf.constant(kernelShape), atMaps, strides, padding()));
      if (wanted) {
        below.add(tf.nn.conv2dBackpropInput(tf.shape(x), kernel, atMaps, strides, padding()));
      }
    }
    gradients =
        List.of(
            List.of(new Gradient(Blocks.sum(tf, ofKernel), below)),
            List.of(new Gradient(Blocks.sum(tf, ofBias), List.of())));
    return below;
  }

  @Override
  public List<List<Gradient>> gradients() {
    return gradients;
  }

  @Override
  public boolean learns() {
    return true;
  }

  /** The gradient between ReLU and max-pool, as far as the windows let it through. */
  private Operand<TFloat32> inside(Operand<TFloat32> gradient, int block) {
    return following.relu() ? tf.nn.reluGrad(gradient, pooled.get(block)) : gradient;
  }

  private Operand<TFloat32> atMaps(Operand<TFloat32> inside, int block) {
    return following.pool() > 1
        ? kernels.maxPoolGradient(maps.get(block), pooled.get(block), inside, following.pool())
        : inside;
  }

  private String padding() {
    return layer.padding().name();
  }
}

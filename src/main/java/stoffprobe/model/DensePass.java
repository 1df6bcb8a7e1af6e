package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * A dense layer and the ReLU that may follow it, for the whole batch at once: each block of the
 * kernel's columns gives some of the outputs, so the blocks are computed side by side, and each
 * gradient is complete where it is computed.
 *
 * <p>y = x W + b; with g = d loss / d y: d W = x^T g, d b = the sum of g's rows, d x = g W^T, which
 * is the sum of the blocks' shares.
 */
final class DensePass implements LayerPass {

  private final Ops tf;
  private final ParameterBlocks parameters;
  private final int units;
  private final boolean relu;
  private List<Operand<TFloat32>> inputs = List.of();
  private @Nullable Operand<TFloat32> joined;
  private List<Operand<TFloat32>> outputs = List.of();
  private List<List<Gradient>> gradients = List.of();

  /**
   * A layer.
   *
   * @param units columns of the kernel
   * @param relu whether negative outputs are cut off
   */
  DensePass(Ops tf, ParameterBlocks parameters, int units, boolean relu) {
    this.tf = tf;
    this.parameters = parameters;
    this.units = units;
    this.relu = relu;
  }

  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    return List.of(Blocks.joinColumns(tf, columns(x))); // [b, units]
  }

  /** Forward, to the outputs in their blocks of columns. */
  List<Operand<TFloat32>> columns(List<Operand<TFloat32>> x) {
    inputs = x;
    Operand<TFloat32> whole = Blocks.joinRows(tf, x); // [b, in]
    joined = whole;
    outputs = new ArrayList<>();
    for (int j = 0; j < parameters.count(); j++) {
      Operand<TFloat32> product = tf.linalg.matMul(whole, parameters.kernel().get(j));
      Operand<TFloat32> y = tf.nn.biasAdd(product, parameters.bias().get(j));
      outputs.add(relu ? tf.nn.relu(y) : y);
    }
    return outputs;
  }

  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    Shape shape = Shape.of(Shape.UNKNOWN_SIZE, units);
    return backFromColumns(Blocks.cut(tf, gradient.get(0), shape, 1, parameters.count()), wanted);
  }

  /** Back from d loss / d output in blocks of columns. */
  List<Operand<TFloat32>> backFromColumns(List<Operand<TFloat32>> gradient, boolean wanted) {
    List<Operand<TFloat32>> inside = inside(gradient);
    List<Operand<TFloat32>> shares = wanted ? shares(inside) : List.of();
    Operand<TFloat32> whole = Objects.requireNonNull(joined, "forward comes first");
    List<Gradient> ofKernel = new ArrayList<>();
    List<Gradient> ofBias = new ArrayList<>();
    for (int j = 0; j < inside.size(); j++) {
      Operand<TFloat32> g = inside.get(j);
      ofKernel.add(
          new Gradient(
              tf.linalg.matMul(whole, g, MatMul.transposeA(true)),
              wanted ? List.of(shares.get(j)) : List.of()));
      ofBias.add(new Gradient(tf.nn.biasAddGrad(g), List.of()));
    }
    gradients = List.of(ofKernel, ofBias);
    return wanted ? Blocks.sumByRows(tf, shares, inputs) : List.of();
  }

  @Override
  public List<List<Gradient>> gradients() {
    return gradients;
  }

  @Override
  public boolean learns() {
    return true;
  }

  /** The gradient at each block of outputs, before the ReLU. */
  private List<Operand<TFloat32>> inside(List<Operand<TFloat32>> blocks) {
    List<Operand<TFloat32>> inside = new ArrayList<>();
    for (int j = 0; j < blocks.size(); j++) {
      inside.add(relu ? tf.nn.reluGrad(blocks.get(j), outputs.get(j)) : blocks.get(j));
    }
    return inside;
  }

  /** What each block of columns contributes to d loss / d input, [b, in]. */
  private List<Operand<TFloat32>> shares(List<Operand<TFloat32>> inside) {
    List<Operand<TFloat32>> shares = new ArrayList<>();
    for (int j = 0; j < inside.size(); j++) {
      Operand<TFloat32> kernel = parameters.kernel().get(j);
      shares.add(tf.linalg.matMul(inside.get(j), kernel, MatMul.transposeB(true)));
    }
    return shares;
  }
}

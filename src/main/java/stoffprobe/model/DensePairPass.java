package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * Two dense layers, each with the ReLU that may follow it, for the whole batch at once: the first
 * kernel in blocks of columns, the second in as many blocks of rows. Each block's hidden values are
 * used where they are computed, forward and back, so they are neither put together nor cut again,
 * and one sum of the blocks' shares is all that the blocks wait for one another for (Shoeybi et al.
 * 2019, arXiv 1909.08053, section 3, does so on several GPUs).
 *
 * <p>h_j = relu(x V_j + a_j), y = the sum of the h_j W_j, + b. With g = d loss / d y: d W_j = h_j^T
 * g, d b = the sum of g's rows, d h_j = g W_j^T; and from there as in {@link DensePass}.
 */
final class DensePairPass implements LayerPass {

  private final Ops tf;
  private final DensePass first;
  private final ParameterBlocks second;
  private final boolean relu;
  private List<Operand<TFloat32>> hidden = List.of();
  private @Nullable Operand<TFloat32> output;
  private List<List<Gradient>> gradients = List.of();

  /**
   * Two layers.
   *
   * @param first the first layer, in blocks of columns
   * @param second the second layer's kernel in blocks of rows, and its bias whole
   * @param relu whether negative outputs of the second layer are cut off
   */
  DensePairPass(Ops tf, DensePass first, ParameterBlocks second, boolean relu) {
    this.tf = tf;
    this.first = first;
    this.second = second;
    this.relu = relu;
  }

  @Override
  public List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x) {
    hidden = first.columns(x); // [b, hidden / blocks] each
    List<Operand<TFloat32>> shares = new ArrayList<>();
    for (int j = 0; j < hidden.size(); j++) {
      shares.add(tf.linalg.matMul(hidden.get(j), second.kernel().get(j)));
    }
    Operand<TFloat32> y = tf.nn.biasAdd(Blocks.sum(tf, shares), second.bias().get(0));
    Operand<TFloat32> result = relu ? tf.nn.relu(y) : y;
    output = result;
    return List.of(result); // [b, units]
  }

  @Override
  public List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted) {
    Operand<TFloat32> y = Objects.requireNonNull(output, "forward comes first");
    Operand<TFloat32> g = relu ? tf.nn.reluGrad(gradient.get(0), y) : gradient.get(0);
    List<Operand<TFloat32>> ofHidden = new ArrayList<>();
    List<Gradient> ofKernel = new ArrayList<>();
    for (int j = 0; j < hidden.size(); j++) {
      Operand<TFloat32> below =
          tf.linalg.matMul(g, second.kernel().get(j), MatMul.transposeB(true));
      ofHidden.add(below);
      ofKernel.add(
          new Gradient(
              tf.linalg.matMul(hidden.get(j), g, MatMul.transposeA(true)), List.of(below)));
    }
    List<Operand<TFloat32>> below = first.backFromColumns(ofHidden, wanted);
    gradients = new ArrayList<>(first.gradients());
    gradients.add(ofKernel);
    gradients.add(List.of(new Gradient(tf.nn.biasAddGrad(g), List.of())));
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
}

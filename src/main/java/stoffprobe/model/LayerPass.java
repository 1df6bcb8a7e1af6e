package stoffprobe.model;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * One layer on a batch's way through a network: forward, then back. What a batch looks like between
 * two layers is a list of blocks of rows.
 */
interface LayerPass {

  /** Adds the layer's operations to the graph; called once. */
  List<Operand<TFloat32>> forward(List<Operand<TFloat32>> x);

  /**
   * Adds the operations of the way back; called once, after {@link #forward}.
   *
   * @param gradient d loss / d output, in the output's blocks of rows
   * @param wanted whether the result is used; it may be empty if not
   * @return d loss / d input, in the input's blocks of rows
   */
  List<Operand<TFloat32>> back(List<Operand<TFloat32>> gradient, boolean wanted);

  /**
   * After {@link #back}: what each of the layer's tensors has to change by, in the order of {@link
   * ParameterSpec#of}, a gradient a block; nothing if it has none.
   */
  default List<List<Gradient>> gradients() {
    return List.of();
  }

  /** Whether there is anything to learn. */
  default boolean learns() {
    return false;
  }
}

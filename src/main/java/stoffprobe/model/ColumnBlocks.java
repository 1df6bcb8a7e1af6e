package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A tensor held as several variables, each a block of its columns (of its last dimension), so that
 * as many cores can compute with it and update it at once without waiting for one another.
 *
 * @param variables the blocks from left to right; block j of n holds the columns from width j / n
 *     to before width (j + 1) / n
 */
record ColumnBlocks(List<Variable<TFloat32>> variables) {

  ColumnBlocks {
    variables = List.copyOf(variables);
  }

  /**
   * Adds the variables of a tensor to the graph.
   *
   * @param name of the variable; of several, they get it with their number behind
   */
  static ColumnBlocks create(Ops tf, String name, Shape shape, int blocks) {
    List<Variable<TFloat32>> variables = new ArrayList<>();
    int last = shape.numDimensions() - 1;
    for (int width : Blocks.sizes(Math.toIntExact(shape.get(last)), blocks)) {
      String own = blocks == 1 ? name : name + "_block" + variables.size();
      variables.add(tf.withName(own).variable(shape.take(last).append(width), TFloat32.class));
    }
    return new ColumnBlocks(variables);
  }

  /** Adds variables cut as those of each of {@code tensors}, to remember something of it. */
  static List<ColumnBlocks> likeEach(Ops tf, String name, List<ColumnBlocks> tensors) {
    return tensors.stream()
        .map(tensor -> create(tf, name, tensor.shape(), tensor.variables().size()))
        .toList();
  }

  /** The tensor's shape. */
  Shape shape() {
    Shape first = variables.get(0).shape();
    int last = first.numDimensions() - 1;
    long columns = variables.stream().mapToLong(v -> v.shape().get(last)).sum();
    return first.take(last).append(columns);
  }

  /** The whole tensor, as it is when this is computed. */
  Operand<TFloat32> whole(Ops tf) {
    return variables.size() == 1
        ? tf.identity(variables.get(0))
        : tf.concat(operands(), tf.constant(shape().numDimensions() - 1));
  }

  /** The blocks as operations read them. */
  List<Operand<TFloat32>> operands() {
    return new ArrayList<>(variables);
  }

  /** Operations that set all blocks from a whole tensor. */
  List<Operand<TFloat32>> assign(Ops tf, Operand<TFloat32> whole) {
    List<Operand<TFloat32>> parts = Blocks.splitColumns(tf, whole, shape(), variables.size());
    List<Operand<TFloat32>> assignments = new ArrayList<>();
    for (int j = 0; j < variables.size(); j++) {
      assignments.add(tf.assign(variables.get(j), parts.get(j)));
    }
    return assignments;
  }
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A tensor held as several variables, each a block of it, so that as many cores can compute with it
 * and update it at once without waiting for one another.
 *
 * @param variables the blocks in their order; along the dimension that is cut, block j of n holds
 *     what lies from size j / n to before size (j + 1) / n
 * @param dimension the one that is cut: 0 gives blocks of rows, the last one blocks of columns
 */
record BlockedTensor(List<Variable<TFloat32>> variables, int dimension) {

  BlockedTensor {
    variables = List.copyOf(variables);
  }

  /**
   * Adds the variables of a tensor to the graph.
   *
   * @param name of the variable; of several, they get it with their number behind
   */
  static BlockedTensor create(Ops tf, String name, Shape shape, int blocks, int dimension) {
    List<Variable<TFloat32>> variables = new ArrayList<>();
    for (int size : Blocks.sizes(Math.toIntExact(shape.get(dimension)), blocks)) {
      String own = blocks == 1 ? name : name + "_block" + variables.size();
      variables.add(tf.withName(own).variable(with(shape, dimension, size), TFloat32.class));
    }
    return new BlockedTensor(variables, dimension);
  }

  /** Adds variables cut as those of each of {@code tensors}, to remember something of it. */
  static List<BlockedTensor> likeEach(Ops tf, String name, List<BlockedTensor> tensors) {
    return tensors.stream()
        .map(t -> create(tf, name, t.shape(), t.variables().size(), t.dimension()))
        .toList();
  }

  /** The tensor's shape. */
  Shape shape() {
    long size = variables.stream().mapToLong(v -> v.shape().get(dimension)).sum();
    return with(variables.get(0).shape(), dimension, size);
  }

  /** The whole tensor, as it is when this is computed. */
  Operand<TFloat32> whole(Ops tf) {
    return variables.size() == 1
        ? tf.identity(variables.get(0))
        : tf.concat(operands(), tf.constant(dimension));
  }

  /** The blocks as operations read them. */
  List<Operand<TFloat32>> operands() {
    return new ArrayList<>(variables);
  }

  /** Operations that set all blocks from a whole tensor. */
  List<Operand<TFloat32>> assign(Ops tf, Operand<TFloat32> whole) {
    List<Operand<TFloat32>> parts = Blocks.cut(tf, whole, shape(), dimension, variables.size());
    List<Operand<TFloat32>> assignments = new ArrayList<>();
    for (int j = 0; j < variables.size(); j++) {
      assignments.add(tf.assign(variables.get(j), parts.get(j)));
    }
    return assignments;
  }

  private static Shape with(Shape shape, int dimension, long size) {
    long[] sizes = shape.asArray().clone();
    sizes[dimension] = size;
    return Shape.of(sizes);
  }
}

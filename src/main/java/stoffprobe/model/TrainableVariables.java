package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.model.ParameterSpec.Role;

/** A network's variables in a graph, with the means to write and read them. */
final class TrainableVariables {

  /**
   * The fewest values of a block. A smaller one is computed with in less time than it takes to hand
   * it to another core and to put the results together: with the MLP's second kernel (32,768
   * values) in two blocks a step took 0.75 ms, uncut 0.63.
   */
  private static final int SMALLEST_BLOCK = 1 << 15;

  private final List<ParameterSpec> specs;
  private final List<ColumnBlocks> tensors = new ArrayList<>();
  private final VariableAccess access;

  private TrainableVariables(Ops tf, List<ParameterSpec> specs, List<Integer> blocks) {
    this.specs = specs;
    for (int i = 0; i < specs.size(); i++) {
      ParameterSpec spec = specs.get(i);
      Shape shape = Shape.of(spec.shape().stream().mapToLong(Integer::longValue).toArray());
      tensors.add(ColumnBlocks.create(tf, spec.name(), shape, blocks.get(i)));
    }
    access = new VariableAccess(tf, tensors);
  }

  /** A variable a parameter, with its name. */
  static TrainableVariables whole(Ops tf, List<ParameterSpec> specs) {
    return new TrainableVariables(tf, specs, specs.stream().map(spec -> 1).toList());
  }

  /** The parameters of dense layers in blocks of columns, one a shard as far as they reach. */
  static TrainableVariables inBlocks(Ops tf, Architecture architecture, int shards) {
    List<ParameterSpec> specs = ParameterSpec.of(architecture);
    List<Integer> blocks = new ArrayList<>();
    for (ParameterSpec spec : specs) {
      // A bias is cut as its kernel, which stands before it.
      ParameterSpec kernel = spec.role() == Role.BIAS ? specs.get(blocks.size() - 1) : spec;
      boolean dense = architecture.all().get(spec.layer()).layer() instanceof Layer.Dense;
      int most = Math.min(kernel.size() / SMALLEST_BLOCK, units(kernel));
      blocks.add(dense ? Math.max(1, Math.min(shards, most)) : 1);
    }
    return new TrainableVariables(tf, specs, blocks);
  }

  /** In the order of the parameters. */
  List<ColumnBlocks> tensors() {
    return tensors;
  }

  /** In the order of the parameters, each in its blocks, as a pass reads them. */
  List<List<Operand<TFloat32>>> operands() {
    return tensors.stream().map(ColumnBlocks::operands).toList();
  }

  /** Operations that set these variables to the values of {@code others}, of the same network. */
  List<Op> copyOf(Ops tf, TrainableVariables others) {
    List<Op> copies = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      copies.addAll(tensors.get(i).assign(tf, others.tensors.get(i).whole(tf)));
    }
    return copies;
  }

  void write(Session session, Weights weights) {
    List<float[]> arrays = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      arrays.add(weights.values(i));
    }
    access.write(session, arrays);
  }

  /** A copy of the values as they are now. */
  Weights read(Session session) {
    return new Weights(specs, access.read(session));
  }

  private static int units(ParameterSpec spec) {
    return spec.shape().get(spec.shape().size() - 1);
  }
}

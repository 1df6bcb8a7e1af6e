package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import stoffprobe.config.Architecture;

/** A network's variables in a graph, with the means to write and read them. */
final class TrainableVariables {

  private final List<ParameterSpec> specs;
  private final List<BlockedTensor> tensors = new ArrayList<>();
  private final VariableAccess access;

  private TrainableVariables(Ops tf, List<ParameterSpec> specs, Map<Integer, DenseCut> cuts) {
    this.specs = specs;
    for (ParameterSpec spec : specs) {
      DenseCut cut = cuts.getOrDefault(spec.layer(), DenseCut.NONE);
      Shape shape = Shape.of(spec.shape().stream().mapToLong(Integer::longValue).toArray());
      tensors.add(
          BlockedTensor.create(tf, spec.name(), shape, cut.blocks(spec), cut.dimension(spec)));
    }
    access = new VariableAccess(tf, tensors);
  }

  /** A variable a parameter, with its name. */
  static TrainableVariables whole(Ops tf, List<ParameterSpec> specs) {
    return new TrainableVariables(tf, specs, Map.of());
  }

  /** The parameters of dense layers cut as {@link DenseCut} says. */
  static TrainableVariables inBlocks(Ops tf, Architecture architecture, int shards) {
    return new TrainableVariables(
        tf, ParameterSpec.of(architecture), DenseCut.of(architecture, shards));
  }

  /** In the order of the parameters. */
  List<BlockedTensor> tensors() {
    return tensors;
  }

  /** In the order of the parameters, each in its blocks, as a pass reads them. */
  List<List<Operand<TFloat32>>> operands() {
    return tensors.stream().map(BlockedTensor::operands).toList();
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
}

package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** A network's variables in a graph, with the means to write and read them. */
final class TrainableVariables {

  private final List<ParameterSpec> specs;
  private final List<Variable<TFloat32>> variables = new ArrayList<>();
  private final VariableAccess access;

  TrainableVariables(Ops tf, List<ParameterSpec> specs) {
    this.specs = specs;
    for (ParameterSpec spec : specs) {
      Shape shape = Shape.of(spec.shape().stream().mapToLong(Integer::longValue).toArray());
      variables.add(tf.withName(spec.name()).variable(shape, TFloat32.class));
    }
    access = new VariableAccess(tf, variables);
  }

  /** In the order of the parameters. */
  List<Variable<TFloat32>> variables() {
    return variables;
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

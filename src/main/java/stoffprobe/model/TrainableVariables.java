package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** A network's variables in a graph, with the means to write and read them. */
final class TrainableVariables {

  private final List<ParameterSpec> specs;
  private final List<Variable<TFloat32>> variables = new ArrayList<>();
  private final List<Placeholder<TFloat32>> values = new ArrayList<>();
  private final List<Operand<TFloat32>> assignments = new ArrayList<>();
  private final List<Operand<TFloat32>> snapshots = new ArrayList<>();

  TrainableVariables(Ops tf, List<ParameterSpec> specs) {
    this.specs = specs;
    for (ParameterSpec spec : specs) {
      Shape shape = Shape.of(spec.shape().stream().mapToLong(Integer::longValue).toArray());
      Ops named = tf.withName(spec.name());
      Variable<TFloat32> variable = named.variable(shape, TFloat32.class);
      Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      variables.add(variable);
      values.add(value);
      assignments.add(tf.assign(variable, value));
      snapshots.add(tf.identity(variable));
    }
  }

  /** In the order of the parameters. */
  List<Variable<TFloat32>> variables() {
    return variables;
  }

  void write(Session session, Weights weights) {
    for (int i = 0; i < specs.size(); i++) {
      try (TFloat32 value =
          TFloat32.tensorOf(
              variables.get(i).shape(), DataBuffers.of(weights.values(i), true, false))) {
        session.runner().feed(values.get(i), value).addTarget(assignments.get(i)).run().close();
      }
    }
  }

  /** A copy of the values as they are now. */
  Weights read(Session session) {
    Session.Runner runner = session.runner();
    snapshots.forEach(runner::fetch);
    List<float[]> copies = new ArrayList<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < specs.size(); i++) {
        copies.add(Floats.copyOf((TFloat32) result.get(i)));
      }
    }
    return new Weights(specs, copies);
  }
}

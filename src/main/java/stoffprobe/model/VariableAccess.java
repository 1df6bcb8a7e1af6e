package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Reads and writes variables of a graph. */
final class VariableAccess {

  private final List<Variable<TFloat32>> variables;
  private final List<Placeholder<TFloat32>> values = new ArrayList<>();
  private final List<Operand<TFloat32>> assignments = new ArrayList<>();
  private final List<Operand<TFloat32>> snapshots = new ArrayList<>();

  /** Adds what it needs to the graph. */
  VariableAccess(Ops tf, List<Variable<TFloat32>> variables) {
    this.variables = List.copyOf(variables);
    for (Variable<TFloat32> variable : variables) {
      Placeholder<TFloat32> value =
          tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
      values.add(value);
      assignments.add(tf.assign(variable, value));
      snapshots.add(tf.identity(variable));
    }
  }

  /** Sets each variable to its array, in C order. */
  void write(Session session, List<float[]> arrays) {
    for (int i = 0; i < variables.size(); i++) {
      try (TFloat32 value =
          TFloat32.tensorOf(variables.get(i).shape(), DataBuffers.of(arrays.get(i), true, false))) {
        session.runner().feed(values.get(i), value).addTarget(assignments.get(i)).run().close();
      }
    }
  }

  /** Sets each variable to zero. */
  void clear(Session session) {
    write(
        session,
        variables.stream().map(v -> new float[Math.toIntExact(v.shape().size())]).toList());
  }

  /** Copies of the values as they are now. */
  List<float[]> read(Session session) {
    Session.Runner runner = session.runner();
    snapshots.forEach(runner::fetch);
    List<float[]> copies = new ArrayList<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < variables.size(); i++) {
        copies.add(Floats.copyOf((TFloat32) result.get(i)));
      }
    }
    return copies;
  }
}

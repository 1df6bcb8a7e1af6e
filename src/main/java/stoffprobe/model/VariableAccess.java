package stoffprobe.model;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Reads and writes tensors that a graph holds in variables; whole, however they are cut. */
final class VariableAccess {

  private final List<BlockedTensor> tensors;
  private final List<Placeholder<TFloat32>> values = new ArrayList<>();
  private final List<List<Operand<TFloat32>>> assignments = new ArrayList<>();
  private final List<Operand<TFloat32>> snapshots = new ArrayList<>();

  /** Adds what it needs to the graph. */
  VariableAccess(Ops tf, List<BlockedTensor> tensors) {
    this.tensors = List.copyOf(tensors);
    for (BlockedTensor tensor : tensors) {
      Placeholder<TFloat32> value =
          tf.placeholder(TFloat32.class, Placeholder.shape(tensor.shape()));
      values.add(value);
      assignments.add(tensor.assign(tf, value));
      snapshots.add(tensor.whole(tf));
    }
  }

  /** Sets each tensor to its array, in C order. */
  void write(Session session, List<float[]> arrays) {
    for (int i = 0; i < tensors.size(); i++) {
      try (TFloat32 value =
          TFloat32.tensorOf(tensors.get(i).shape(), DataBuffers.of(arrays.get(i), true, false))) {
        Session.Runner runner = session.runner().feed(values.get(i), value);
        assignments.get(i).forEach(runner::addTarget);
        runner.run().close();
      }
    }
  }

  /** Sets each tensor to zero. */
  void clear(Session session) {
    write(
        session, tensors.stream().map(t -> new float[Math.toIntExact(t.shape().size())]).toList());
  }

  /** Copies of the values as they are now. */
  List<float[]> read(Session session) {
    Session.Runner runner = session.runner();
    snapshots.forEach(runner::fetch);
    List<float[]> copies = new ArrayList<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < tensors.size(); i++) {
        copies.add(Floats.copyOf((TFloat32) result.get(i)));
      }
    }
    return copies;
  }
}

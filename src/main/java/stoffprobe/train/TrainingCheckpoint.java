package stoffprobe.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.model.Optimization;
import stoffprobe.model.ParameterSpec;
import stoffprobe.model.TrainingState;
import stoffprobe.model.Weights;

/**
 * A training after a complete epoch, as bytes: the steps, the history, the weights and the
 * optimizer's moments, all exact. Shuffling and dropout need nothing: they follow from the seed,
 * the epoch and the step.
 *
 * @param history the untrained model first; the last row is the epoch that was completed
 * @param best what to go back to, if anything
 */
record TrainingCheckpoint(TrainingState state, List<Epoch> history, Optional<BestWeights> best) {

  TrainingCheckpoint {
    history = List.copyOf(history);
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(state.steps());
    HistoryBytes.write(out, history);
    write(out, state.weights());
    for (float[] moment : state.moments()) {
      write(out, moment);
    }
    out.writeInt(best.map(BestWeights::epoch).orElse(0));
    if (best.isPresent()) {
      write(out, best.get().weights());
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param specs the network's parameters
   * @param optimization what the moments are of
   */
  static TrainingCheckpoint fromBytes(
      byte[] bytes, List<ParameterSpec> specs, Optimization optimization) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    long steps = in.readLong();
    List<Epoch> history = HistoryBytes.read(in);
    Weights weights = readWeights(in, specs);
    List<float[]> moments =
        read(in, optimization.moments(specs).stream().map(Optimization.Moment::size).toList());
    TrainingState state = new TrainingState(weights, moments, steps);
    int best = in.readInt();
    return new TrainingCheckpoint(
        state,
        history,
        best == 0 ? Optional.empty() : Optional.of(new BestWeights(best, readWeights(in, specs))));
  }

  private static void write(DataOutputStream out, Weights weights) throws IOException {
    for (int i = 0; i < weights.specs().size(); i++) {
      write(out, weights.values(i));
    }
  }

  private static Weights readWeights(DataInputStream in, List<ParameterSpec> specs)
      throws IOException {
    return new Weights(specs, read(in, specs.stream().map(ParameterSpec::size).toList()));
  }

  private static void write(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }

  private static List<float[]> read(DataInputStream in, List<Integer> sizes) throws IOException {
    List<float[]> arrays = new ArrayList<>();
    for (int size : sizes) {
      byte[] bytes = new byte[size * Float.BYTES];
      in.readFully(bytes);
      float[] values = new float[size];
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
      arrays.add(values);
    }
    return arrays;
  }
}

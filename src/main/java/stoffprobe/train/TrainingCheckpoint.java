package stoffprobe.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import stoffprobe.model.ParameterSpec;
import stoffprobe.model.TrainingState;
import stoffprobe.model.Weights;

/**
 * A training after a complete epoch, as bytes: the steps, the history, the weights and the
 * optimizer's moments, all exact. Shuffling and dropout need nothing: they follow from the seed,
 * the epoch and the step.
 *
 * @param history the untrained model first; the last row is the epoch that was completed
 */
record TrainingCheckpoint(TrainingState state, List<Epoch> history) {

  TrainingCheckpoint {
    history = List.copyOf(history);
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(state.steps());
    HistoryBytes.write(out, history);
    for (int i = 0; i < state.weights().specs().size(); i++) {
      write(out, state.weights().values(i));
    }
    for (float[] moment : state.moments()) {
      write(out, moment);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @param specs the network's parameters
   */
  static TrainingCheckpoint fromBytes(byte[] bytes, List<ParameterSpec> specs) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    long steps = in.readLong();
    List<Epoch> history = HistoryBytes.read(in);
    List<float[]> weights = read(in, specs.stream().map(ParameterSpec::size).toList());
    List<float[]> moments = read(in, TrainingState.momentSizes(specs));
    TrainingState state = new TrainingState(new Weights(specs, weights), moments, steps);
    return new TrainingCheckpoint(state, history);
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

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
import java.util.OptionalDouble;
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
    out.writeInt(history.size());
    for (Epoch epoch : history) {
      write(out, epoch);
    }
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
    int rows = in.readInt();
    List<Epoch> history = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      history.add(readEpoch(in, i));
    }
    List<float[]> weights = read(in, specs.stream().map(ParameterSpec::size).toList());
    List<float[]> moments = read(in, TrainingState.momentSizes(specs));
    TrainingState state = new TrainingState(new Weights(specs, weights), moments, steps);
    return new TrainingCheckpoint(state, history);
  }

  private static void write(DataOutputStream out, Epoch epoch) throws IOException {
    // NaN stands for "none": a loss that is no number ends a training before it is saved.
    out.writeDouble(epoch.trainLoss().orElse(Double.NaN));
    write(out, epoch.test());
    write(out, epoch.validation());
    out.writeDouble(epoch.trainSeconds());
    out.writeDouble(epoch.testSeconds());
  }

  private static Epoch readEpoch(DataInputStream in, int number) throws IOException {
    double trainLoss = in.readDouble();
    return new Epoch(
        number,
        Double.isNaN(trainLoss) ? OptionalDouble.empty() : OptionalDouble.of(trainLoss),
        readScores(in),
        readScores(in),
        in.readDouble(),
        in.readDouble());
  }

  private static void write(DataOutputStream out, Optional<Scores> scores) throws IOException {
    out.writeBoolean(scores.isPresent());
    if (scores.isPresent()) {
      out.writeDouble(scores.get().loss());
      out.writeDouble(scores.get().macroF1BatchMean());
      out.writeDouble(scores.get().accuracyBatchMean());
      out.writeDouble(scores.get().macroF1());
      out.writeDouble(scores.get().accuracy());
    }
  }

  private static Optional<Scores> readScores(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    return Optional.of(
        new Scores(
            in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
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

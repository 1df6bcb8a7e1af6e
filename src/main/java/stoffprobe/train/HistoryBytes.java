package stoffprobe.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The history within a checkpoint, every number exact. */
final class HistoryBytes {

  private HistoryBytes() {}

  static void write(DataOutputStream out, List<Epoch> history) throws IOException {
    out.writeInt(history.size());
    for (Epoch epoch : history) {
      write(out, epoch);
    }
  }

  /** Reads what {@link #write} wrote. */
  static List<Epoch> read(DataInputStream in) throws IOException {
    int rows = in.readInt();
    List<Epoch> history = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      history.add(readEpoch(in, i));
    }
    return history;
  }

  private static void write(DataOutputStream out, Epoch epoch) throws IOException {
    // NaN stands for "none": a loss that is no number ends a training before it is saved.
    out.writeDouble(epoch.trainLoss().orElse(Double.NaN));
    writeScores(out, epoch.test());
    writeScores(out, epoch.validation());
    out.writeDouble(epoch.trainSeconds());
    out.writeDouble(epoch.testSeconds());
    out.writeInt(epoch.weights().size());
    for (ParameterHistogram histogram : epoch.weights()) {
      write(out, histogram);
    }
  }

  private static Epoch readEpoch(DataInputStream in, int number) throws IOException {
    double trainLoss = in.readDouble();
    return new Epoch(
        number,
        Double.isNaN(trainLoss) ? OptionalDouble.empty() : OptionalDouble.of(trainLoss),
        readScores(in),
        readScores(in),
        in.readDouble(),
        in.readDouble(),
        readHistograms(in));
  }

  private static void writeScores(DataOutputStream out, Optional<Scores> scores)
      throws IOException {
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

  private static void write(DataOutputStream out, ParameterHistogram histogram) throws IOException {
    out.writeUTF(histogram.parameter());
    out.writeDouble(histogram.min());
    out.writeDouble(histogram.max());
    out.writeDouble(histogram.sum());
    out.writeDouble(histogram.squares());
    out.writeInt(histogram.counts().size());
    for (int count : histogram.counts()) {
      out.writeInt(count);
    }
  }

  private static List<ParameterHistogram> readHistograms(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<ParameterHistogram> histograms = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      histograms.add(
          new ParameterHistogram(
              in.readUTF(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              readCounts(in)));
    }
    return histograms;
  }

  private static List<Integer> readCounts(DataInputStream in) throws IOException {
    int bins = in.readInt();
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      counts.add(in.readInt());
    }
    return counts;
  }
}

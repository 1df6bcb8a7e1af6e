package stoffprobe.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;

/**
 * The history for TensorBoard: an event an epoch, with losses, scores, learning rate, seconds and
 * the spread of each parameter's weights.
 *
 * <p>TensorBoard takes every file whose name holds {@code tfevents}, and shows a curve over steps
 * (here epochs), over wall time or over the time since the first event. The time of day has no
 * place in a result that can be made again, so wall time counts the seconds of the training from 0.
 */
final class TensorBoardEvents {

  private TensorBoardEvents() {}

  /**
   * Writes one file of events into {@code folder}.
   *
   * @param rates of each epoch, that of its last step is shown
   */
  static void write(Path folder, String model, LearningRates rates, List<Epoch> history)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("events.out.tfevents.0." + model);
    try (OutputStream out = Files.newOutputStream(file)) {
      RecordFile records = new RecordFile(out);
      records.write(Event.newBuilder().setFileVersion("brain.Event:2").build().toByteArray());
      double seconds = 0;
      for (Epoch epoch : history) {
        seconds += epoch.trainSeconds() + epoch.testSeconds();
        records.write(event(epoch, rates, seconds).toByteArray());
      }
    }
  }

  private static Event event(Epoch epoch, LearningRates rates, double seconds) {
    Summary.Builder summary = Summary.newBuilder();
    epoch.trainLoss().ifPresent(loss -> add(summary, "loss/train", loss));
    epoch.test().ifPresent(scores -> addScores(summary, "test", scores));
    epoch.validation().ifPresent(scores -> addScores(summary, "validation", scores));
    if (epoch.epoch() > 0) {
      add(summary, "learning_rate", rates.atEndOf(epoch.epoch()));
      add(summary, "seconds/train", epoch.trainSeconds());
    }
    add(summary, "seconds/test", epoch.testSeconds());
    epoch.weights().forEach(histogram -> add(summary, histogram));
    return Event.newBuilder()
        .setStep(epoch.epoch())
        .setWallTime(seconds)
        .setSummary(summary)
        .build();
  }

  private static void addScores(Summary.Builder summary, String split, Scores scores) {
    add(summary, "loss/" + split, scores.loss());
    add(summary, "accuracy/" + split, scores.accuracy());
    add(summary, "macro_f1/" + split, scores.macroF1());
  }

  private static void add(Summary.Builder summary, String tag, double value) {
    summary.addValue(Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value));
  }

  private static void add(Summary.Builder summary, ParameterHistogram histogram) {
    HistogramProto.Builder proto =
        HistogramProto.newBuilder()
            .setMin(histogram.min())
            .setMax(histogram.max())
            .setNum(histogram.count())
            .setSum(histogram.sum())
            .setSumSquares(histogram.squares());
    for (int bin = 0; bin < histogram.counts().size(); bin++) {
      proto.addBucketLimit(histogram.edge(bin)).addBucket(histogram.counts().get(bin));
    }
    summary.addValue(
        Summary.Value.newBuilder().setTag("weights/" + histogram.parameter()).setHisto(proto));
  }
}

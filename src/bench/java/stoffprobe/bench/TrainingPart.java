package stoffprobe.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.figures.Summary;
import stoffprobe.bench.process.Finished;
import stoffprobe.bench.process.Readings;

/**
 * Training: the median of the epochs that count, and the peak of memory. Ours is the stage as a
 * user runs it, timed by its own history; the peer's is the same network in a plain loop. Neither
 * clock covers reading, the engine's start, evaluation or saving.
 *
 * @param epochs how many to train
 */
record TrainingPart(Experiment experiment, String model, int epochs) implements Part {

  @Override
  public void measure(Side side, Stand stand) throws IOException, InterruptedException {
    Finished finished = side == Side.OURS ? ours(stand) : peer(stand);
    stand.addMemory(Metrics.trainingMemory(model), side, finished);
  }

  private Finished ours(Stand stand) throws IOException, InterruptedException {
    Finished finished = stand.measure(experiment.training(model, epochs));
    List<MeasuredEpoch> history = MeasuredEpoch.read(experiment.history(model));
    stand.add(Metrics.epoch(model), Side.OURS, median(history, MeasuredEpoch::trainSeconds));
    stand.add(Metrics.epochWithTest(model), Side.OURS, median(history, MeasuredEpoch::seconds));
    return finished;
  }

  private Finished peer(Stand stand) throws IOException, InterruptedException {
    Finished finished =
        stand.measure(stand.programs().peerTraining(model, experiment.arrays(), epochs));
    Readings readings = finished.readings();
    List<Double> seconds = readings.numbers("train_seconds");
    stand.add(Metrics.epoch(model), Side.PEER, median(seconds, Double::doubleValue));
    stand.versions().put("djl", readings.text("djl"));
    stand.versions().put("djl_pytorch", readings.text("pytorch"));
    return finished;
  }

  private <T> double median(List<T> all, Function<T, Double> seconds) {
    return Summary.of(
            all.subList(Settings.warmUp(model), all.size()).stream().map(seconds).toList())
        .median();
  }
}

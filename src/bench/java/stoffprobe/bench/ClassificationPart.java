package stoffprobe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.figures.Summary;
import stoffprobe.bench.process.Readings;

/**
 * Classification from a saved model: evaluation of the test set, latency of one image, throughput.
 * For a single image libtorch may be faster on one thread than on all, so the peer is measured with
 * both, and the better of the two stands for it, percentile by percentile.
 */
record ClassificationPart(Experiment experiment, String model) implements Part {

  private static final List<String> PERCENTILES = List.of("p50", "p95", "p99");

  /** One epoch gives more than that; a classifier that is fast but wrong is worth no figure. */
  private static final double PLAUSIBLE_ACCURACY = 0.75;

  @Override
  public void measure(Side side, Stand stand) throws IOException, InterruptedException {
    if (side == Side.OURS) {
      ours(stand);
    } else {
      peer(stand);
    }
  }

  private void ours(Stand stand) throws IOException, InterruptedException {
    List<Object> arguments = List.of(experiment.savedModel(model), experiment.arrays());
    Readings readings =
        stand
            .measure(
                stand.programs().own("classification " + model, "OwnClassification", arguments))
            .readings();
    add(stand, Side.OURS, readings);
    latency(stand, Side.OURS, List.of(readings));
  }

  private void peer(Stand stand) throws IOException, InterruptedException {
    Programs programs = stand.programs();
    if (!Files.isDirectory(programs.peerModel(model))) {
      stand.run(programs.peerTraining(model, experiment.arrays(), 1));
    }
    Readings all =
        stand.measure(programs.peerClassification(model, experiment.arrays(), true)).readings();
    Readings one =
        stand.measure(programs.peerClassification(model, experiment.arrays(), false)).readings();
    add(stand, Side.PEER, all);
    latency(stand, Side.PEER, List.of(all, one));
  }

  private void add(Stand stand, Side side, Readings readings) {
    double accuracy = readings.number("accuracy");
    if (accuracy < PLAUSIBLE_ACCURACY) {
      throw new IllegalStateException(
          side.word() + ": " + model + " classifies with an accuracy of " + accuracy);
    }
    stand.add(Metrics.throughput(model), side, readings.number("images_per_second"));
    stand.add(
        Metrics.evaluation(model),
        side,
        Summary.of(readings.numbers("evaluation_seconds")).median());
  }

  private void latency(Stand stand, Side side, List<Readings> variants) {
    for (String percentile : PERCENTILES) {
      double best =
          variants.stream()
              .mapToDouble(readings -> readings.number(percentile + "_ms"))
              .min()
              .orElseThrow();
      stand.add(Metrics.latency(model, percentile), side, best);
    }
  }
}

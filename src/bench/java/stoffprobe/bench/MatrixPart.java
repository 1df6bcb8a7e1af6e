package stoffprobe.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stoffprobe.bench.figures.Figures;
import stoffprobe.bench.figures.Metric;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.figures.Summary;
import stoffprobe.bench.process.Finished;
import stoffprobe.bench.process.Readings;

/**
 * The machine's peak: large matrix products in both engines, on one thread and on all cores, each
 * with the best rate of its run. Ours also computes one product on each core at once, as training
 * in shards does.
 */
record MatrixPart() implements Part {

  @Override
  public void measure(Side side, Stand stand) throws IOException, InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    rate(side, stand, Metrics.PRODUCT_ONE_THREAD, 1, 1);
    rate(side, stand, Metrics.PRODUCT_ALL_CORES, cores, 1);
    if (side == Side.OURS) {
      rate(side, stand, Metrics.PRODUCT_A_CORE, 1, cores);
    }
  }

  /** The best rate of any product of either engine, GFLOP/s; none if none was measured. */
  static Optional<Double> peak(Figures figures) {
    return figures.all().stream()
        .filter(figure -> figure.metric().unit() == Metric.Unit.GFLOPS)
        .flatMap(figure -> figure.sides().values().stream())
        .map(Summary::max)
        .max(Double::compare);
  }

  private static void rate(Side side, Stand stand, Metric metric, int threads, int products)
      throws IOException, InterruptedException {
    String name = metric.label().toLowerCase(Locale.ROOT);
    Programs programs = stand.programs();
    Finished finished =
        stand.measure(
            side == Side.OURS
                ? programs.own(name, "OwnMatrixProduct", List.of(threads, products))
                : programs.peer(name, "PeerMatrixProduct", List.of(threads)));
    Readings readings = finished.readings();
    stand.add(metric, side, readings.number("peak_gflops"));
    if (side == Side.OURS) {
      stand.versions().put("tensorflow", readings.text("tensorflow"));
    }
  }
}

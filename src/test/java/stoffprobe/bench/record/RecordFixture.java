package stoffprobe.bench.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import stoffprobe.bench.figures.Figures;
import stoffprobe.bench.figures.Limit;
import stoffprobe.bench.figures.Metric;
import stoffprobe.bench.figures.Metric.Unit;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.process.Load;
import stoffprobe.engine.Host;

/** A made-up benchmark of a made-up machine. */
final class RecordFixture {

  private RecordFixture() {}

  static BenchRecord bench(boolean withNotebook) {
    Figures figures = new Figures();
    Metric epoch = Metric.less("mlp.epoch", "MLP: training, an epoch", Unit.SECONDS);
    Metric rate = Metric.more("mlp.throughput", "MLP: throughput", Unit.IMAGES_PER_SECOND);
    for (double seconds : List.of(0.5, 0.4, 0.45)) {
      figures.add(epoch, Side.OURS, seconds);
      figures.add(epoch, Side.PEER, 3 * seconds);
    }
    figures.add(rate, Side.OURS, 123456.7);
    if (withNotebook) {
      figures.add(epoch, Side.NOTEBOOK, 5.4);
    }
    return new BenchRecord(
        Instant.parse("2026-03-04T05:06:07Z"),
        601.5,
        "0123abc",
        new Machine(new Host("17", "Debian", "Linux", "Abacus", 2), List.of("avx2"), 23.5),
        Map.of("tensorflow", "2.18.0"),
        Map.of("repetitions", 3),
        List.of(new Load("training mlp", 0.25, 0)),
        figures.all(),
        List.of(new Limit("mlp", 60.426, 201.42)),
        List.of("Something was not measured."));
  }
}

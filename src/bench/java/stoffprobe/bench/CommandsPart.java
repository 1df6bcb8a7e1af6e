package stoffprobe.bench;

import java.io.IOException;
import java.util.List;
import stoffprobe.bench.figures.Side;

/** What a user waits for besides training: wall clock of the whole process. Ours alone. */
record CommandsPart(Experiment experiment) implements Part {

  @Override
  public void measure(Side side, Stand stand) throws IOException, InterruptedException {
    if (side != Side.OURS) {
      return;
    }
    stand.add(
        Metrics.START,
        side,
        stand.measure(stand.programs().launcher("start-up", List.of("--version"))).seconds());
    stand.add(
        Metrics.UP_TO_DATE,
        side,
        stand.measure(experiment.wholeRun("run with nothing to do")).seconds());
    stand.add(
        Metrics.REPORT,
        side,
        stand.measure(experiment.wholeRun("report stage", "report", "--force")).seconds());
  }
}

package stoffprobe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.process.Finished;

/** The whole run, from ingested data to the report: {@code make all}, measured once. */
record WholeRun(Experiment experiment) {

  /** Measures it, from the start. */
  void measure(Stand stand) throws IOException, InterruptedException {
    delete(experiment.runFolder());
    stand.run(experiment.wholeRun("ingest", "ingest"));
    Finished finished = stand.measure(experiment.wholeRun("the whole run"));
    stand.add(Metrics.WHOLE_RUN, Side.OURS, finished.seconds());
    stand.addMemory(Metrics.WHOLE_RUN_MEMORY, Side.OURS, finished);
  }

  /** Makes sure that its results are there, for what is measured on them. */
  void bringUpToDate(Stand stand) throws IOException, InterruptedException {
    stand.run(experiment.wholeRun("bringing the run up to date"));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}

package stoffprobe.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import stoffprobe.bench.figures.Figures;
import stoffprobe.bench.figures.Metric;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.process.Children;
import stoffprobe.bench.process.Finished;
import stoffprobe.bench.process.Load;
import stoffprobe.bench.process.Program;
import stoffprobe.bench.process.Verdict;

/** What programs are measured on: it runs them and keeps what they came to. */
final class Stand {

  private final Programs programs;
  private final Children children;
  private final Consumer<String> progress;
  private final Figures figures = new Figures();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final List<Load> loads = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * A stand without measurements.
   *
   * @param progress takes a line for each program that was run
   */
  Stand(Programs programs, Children children, Consumer<String> progress) {
    this.programs = programs;
    this.children = children;
    this.progress = progress;
  }

  Programs programs() {
    return programs;
  }

  /** All looks at the load. */
  List<Load> loads() {
    return loads;
  }

  Figures figures() {
    return figures;
  }

  Map<String, String> versions() {
    return versions;
  }

  /** What a reader of the figures has to know: what was not measured, and why. */
  List<String> notes() {
    return notes;
  }

  /** Tells what comes next. */
  void announce(String line) {
    progress.accept(line);
  }

  /** Runs a program that is measured. */
  Finished measure(Program program) throws IOException, InterruptedException {
    Finished finished = run(program);
    finished.load().ifPresent(loads::add);
    return finished;
  }

  /** Looks at the load while nothing is run, and says so at once if the machine is busy. */
  void look(String when, long milliseconds) throws InterruptedException {
    Optional<Load> load = children.look(when, milliseconds);
    load.ifPresent(loads::add);
    if (!load.map(Load::quiet).orElse(true)) {
      progress.accept(Verdict.of(load.stream().toList()).text());
    }
  }

  /** Runs a program that others need, without measuring it. */
  Finished run(Program program) throws IOException, InterruptedException {
    Finished finished = children.run(program);
    progress.accept(
        String.format(Locale.ROOT, "  %-45s %6.1f s", program.name(), finished.seconds()));
    return finished;
  }

  void add(Metric metric, Side side, double value) {
    figures.add(metric, side, value);
  }

  /** Adds a peak of memory, where the system shows one. */
  void addMemory(Metric metric, Side side, Finished finished) {
    if (finished.peakMebibytes() > 0) {
      figures.add(metric, side, finished.peakMebibytes());
    }
  }
}

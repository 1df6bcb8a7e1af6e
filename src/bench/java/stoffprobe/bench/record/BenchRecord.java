package stoffprobe.bench.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.bench.figures.Figure;
import stoffprobe.bench.figures.Limit;
import stoffprobe.bench.process.Load;
import stoffprobe.bench.process.Verdict;

/**
 * Everything that a benchmark came to.
 *
 * @param commit what was measured
 * @param seconds how long the benchmark took
 * @param settings what it was told, by name
 * @param versions of the libraries, by name
 * @param loads all looks at the machine's load
 * @param limits by model; empty if the matrix product was not measured
 * @param notes what a reader of the figures has to know, a sentence or two each
 */
public record BenchRecord(
    Instant started,
    double seconds,
    String commit,
    Machine machine,
    Map<String, String> versions,
    Map<String, Object> settings,
    List<Load> loads,
    List<Figure> figures,
    List<Limit> limits,
    List<String> notes) {

  public BenchRecord {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    loads = List.copyOf(loads);
    figures = List.copyOf(figures);
    limits = List.copyOf(limits);
    notes = List.copyOf(notes);
  }

  /** Whether the figures can be trusted. */
  public Verdict verdict() {
    return Verdict.of(loads);
  }

  /** The figure with this key, if anything of it was measured. */
  public Optional<Figure> figure(String key) {
    return figures.stream().filter(figure -> figure.metric().key().equals(key)).findFirst();
  }
}

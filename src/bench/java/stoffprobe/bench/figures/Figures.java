package stoffprobe.bench.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects measurements, metric by metric in the order in which they are first seen. */
public final class Figures {

  private final Map<Metric, Map<Side, List<Double>>> values = new LinkedHashMap<>();

  /** Adds one measurement. */
  public void add(Metric metric, Side side, double value) {
    values
        .computeIfAbsent(metric, key -> new EnumMap<>(Side.class))
        .computeIfAbsent(side, key -> new ArrayList<>())
        .add(value);
  }

  /** All that was measured so far. */
  public List<Figure> all() {
    return values.entrySet().stream()
        .map(entry -> new Figure(entry.getKey(), summaries(entry.getValue())))
        .toList();
  }

  /** The figure with this key, if anything of it was measured. */
  public Optional<Figure> find(String key) {
    return all().stream().filter(figure -> figure.metric().key().equals(key)).findFirst();
  }

  private static Map<Side, Summary> summaries(Map<Side, List<Double>> sides) {
    Map<Side, Summary> summaries = new EnumMap<>(Side.class);
    sides.forEach((side, list) -> summaries.put(side, Summary.of(list)));
    return summaries;
  }
}

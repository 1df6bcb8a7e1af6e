package stoffprobe.bench.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stoffprobe.bench.figures.Figure;
import stoffprobe.bench.figures.Limit;
import stoffprobe.bench.figures.Side;
import stoffprobe.bench.figures.Summary;
import stoffprobe.bench.process.Load;
import stoffprobe.data.Json;

/**
 * {@code bench.json}.
 *
 * <ul>
 *   <li>{@code schema}: {@code stoffprobe-bench/1}; keys may be added, never renamed.
 *   <li>{@code trusted}, {@code verdict}: whether the machine was quiet, as a truth value and as a
 *       sentence.
 *   <li>{@code started} (ISO 8601, UTC), {@code seconds}, {@code commit}, {@code settings}.
 *   <li>{@code machine}: {@code processor, cores, flags, memory_gib, os, kernel, jdk}.
 *   <li>{@code versions}: of the libraries measured, such as {@code tensorflow}, {@code djl}.
 *   <li>{@code figures}: by key, such as {@code cnn.epoch}: {@code label, unit, better} ({@code
 *       less} or {@code more}), and for each side measured ({@code ours, peer, notebook}) {@code
 *       median, min, max, values}, the values in the order of the repetitions. {@code
 *       ratio_to_peer}, {@code ratio_to_notebook}: how many times better ours is, {@code median}
 *       the ratio of the medians, {@code min} and {@code max} over the repetitions.
 *   <li>{@code limits}: by model: {@code gflop_per_epoch}, {@code peak_gflops} (the best matrix
 *       product of either engine), {@code seconds} (the first by the second), {@code ours_percent},
 *       {@code peer_percent} (which share of that speed the median epoch reaches).
 *   <li>{@code load}: every look at the machine: {@code when, other_programs_percent,
 *       other_machines_percent}, shares of the time of all cores.
 *   <li>{@code notes}: what was not measured or is computed, and why.
 * </ul>
 */
public final class BenchJson {

  private BenchJson() {}

  /** Writes it whole or not at all, over an older one. */
  public static void write(Path file, BenchRecord bench) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    Json.write(unfinished, json(bench));
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, Object> json(BenchRecord bench) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "stoffprobe-bench/1");
    json.put("trusted", bench.verdict().trusted());
    json.put("verdict", bench.verdict().text());
    json.put("started", bench.started().toString());
    json.put("seconds", bench.seconds());
    json.put("commit", bench.commit());
    json.put("settings", bench.settings());
    json.put("machine", bench.machine().json());
    json.put("versions", bench.versions());
    Map<String, Object> figures = new LinkedHashMap<>();
    bench.figures().forEach(figure -> figures.put(figure.metric().key(), figure(figure)));
    json.put("figures", figures);
    Map<String, Object> limits = new LinkedHashMap<>();
    bench.limits().forEach(limit -> limits.put(limit.model(), limit(limit, bench)));
    json.put("limits", limits);
    json.put("load", bench.loads().stream().map(BenchJson::load).toList());
    json.put("notes", bench.notes());
    return json;
  }

  private static Map<String, Object> figure(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", figure.metric().label());
    json.put("unit", figure.metric().unit().symbol());
    json.put("better", figure.metric().better().name().toLowerCase(Locale.ROOT));
    for (Side side : Side.values()) {
      figure.of(side).ifPresent(summary -> json.put(side.word(), summary(summary)));
    }
    for (Side other : List.of(Side.PEER, Side.NOTEBOOK)) {
      figure
          .ratio(other)
          .ifPresent(
              ratio ->
                  json.put(
                      "ratio_to_" + other.word(),
                      Map.of("median", ratio.ofMedians(), "min", ratio.min(), "max", ratio.max())));
    }
    return json;
  }

  private static Map<String, Object> summary(Summary summary) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", summary.median());
    json.put("min", summary.min());
    json.put("max", summary.max());
    json.put("values", summary.values());
    return json;
  }

  private static Map<String, Object> limit(Limit limit, BenchRecord bench) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("gflop_per_epoch", limit.gflop());
    json.put("peak_gflops", limit.peak());
    json.put("seconds", limit.seconds());
    for (Side side : List.of(Side.OURS, Side.PEER)) {
      bench
          .figure(limit.model() + ".epoch")
          .flatMap(figure -> figure.of(side))
          .ifPresent(epoch -> json.put(side.word() + "_percent", limit.percent(epoch.median())));
    }
    return json;
  }

  private static Map<String, Object> load(Load load) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("when", load.when());
    json.put("other_programs_percent", load.foreignPercent());
    json.put("other_machines_percent", load.stolenPercent());
    return json;
  }
}

package stoffprobe.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import stoffprobe.engine.RecordJson;
import stoffprobe.engine.SafeFiles;
import stoffprobe.statistics.Interval;
import stoffprobe.statistics.runs.RunSummary;
import stoffprobe.statistics.runs.SeedsAndImages;

/** The files of a sweep: {@code sweep.json}, {@code runs.csv}, {@code sweep.html}. */
final class SweepFiles {

  private static final String SCHEMA = "stoffprobe-sweep/1";

  private SweepFiles() {}

  /**
   * Writes all three.
   *
   * @param root {@code output/<sweep>}
   */
  static void write(Path root, Findings findings, SweepView view) throws IOException {
    write(root.resolve("sweep.json"), RecordJson.PRETTY.writeValueAsString(json(findings)) + "\n");
    write(root.resolve("runs.csv"), csv(findings));
    write(root.resolve("sweep.html"), view.html(findings));
  }

  private static void write(Path file, String text) throws IOException {
    SafeFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> json(Findings findings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("sweep", findings.sweep());
    json.put("base", findings.base().toString());
    json.put("seeds", findings.seeds());
    json.put("variants", findings.variants().stream().map(SweepFiles::variant).toList());
    json.put("comparisons", findings.comparisons().stream().map(SweepFiles::comparison).toList());
    return json;
  }

  private static Map<String, Object> variant(VariantResult variant) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", variant.id());
    json.put("model", variant.model());
    json.put("values", variant.values());
    json.put("parameters", variant.parameters());
    json.put("failed", variant.failed());
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (String name : variant.metricNames()) {
      variant.metric(name).ifPresent(summary -> metrics.put(name, summary(summary)));
    }
    variant.trainSeconds().ifPresent(summary -> json.put("train_seconds", summary(summary)));
    json.put("metrics", metrics);
    json.put("runs", variant.runs());
    return json;
  }

  private static Map<String, Object> summary(RunSummary summary) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("runs", summary.runs());
    json.put("mean", summary.mean());
    json.put("min", summary.min());
    json.put("max", summary.max());
    if (summary.runs() > 1) {
      json.put("deviation", summary.deviation());
    }
    summary.interval().ifPresent(interval -> json.put("mean_ci95", pair(interval)));
    return json;
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ahead", comparison.ahead().id());
    json.put("behind", comparison.behind().id());
    json.put("decided", comparison.decided());
    json.put("p", comparison.p());
    json.put("p_holm", comparison.adjustedP());
    json.put("seeds", comparison.seeds());
    json.put("differences", comparison.differences());
    Map<String, Object> seeds = summary(comparison.overSeeds());
    comparison.overSeeds().p().ifPresent(p -> seeds.put("p", p));
    comparison.signFlipP().ifPresent(p -> seeds.put("sign_flip_p", p));
    json.put("over_seeds", seeds);
    comparison.both().ifPresent(both -> json.put("over_seeds_and_images", both(both)));
    json.put("upsets", comparison.upsets());
    json.put("pairs", comparison.pairs());
    return json;
  }

  private static Map<String, Object> both(SeedsAndImages both) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("images", both.images());
    json.put("mean", both.mean());
    json.put("mean_ci95", pair(both.interval()));
    json.put("p", both.p());
    json.put("seed_variance", both.seedVariance());
    json.put("image_variance", both.imageVariance());
    json.put("rest_variance", both.restVariance());
    json.put("standard_error", both.standardError());
    json.put("degrees_of_freedom", both.degrees());
    return json;
  }

  private static List<Double> pair(Interval interval) {
    return List.of(interval.low(), interval.high());
  }

  private static String csv(Findings findings) {
    Set<String> metrics = new LinkedHashSet<>();
    findings.variants().forEach(variant -> metrics.addAll(variant.metricNames()));
    List<String> head = new ArrayList<>(List.of("run", "model", "seed"));
    head.addAll(findings.keys());
    head.addAll(List.of("state", "attempts", "train_seconds", "parameters", "weights_sha256"));
    head.addAll(metrics);
    head.add("reason");
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    return findings.runs().stream()
        .map(run -> format.format(row(run, findings.keys(), metrics).toArray()) + "\n")
        .collect(Collectors.joining("", format.format(head.toArray()) + "\n", ""));
  }

  private static List<String> row(RunRecord run, List<String> keys, Set<String> metrics) {
    List<String> row = new ArrayList<>(List.of(run.run(), run.model(), Long.toString(run.seed())));
    keys.forEach(key -> row.add(run.values().getOrDefault(key, "")));
    row.add(run.done() ? "done" : "failed");
    row.add(Integer.toString(run.attempts()));
    row.add(run.done() ? Double.toString(run.trainSeconds()) : "");
    row.add(run.done() ? Long.toString(run.parameters()) : "");
    row.add(run.weightsSha256() == null ? "" : run.weightsSha256());
    metrics.forEach(
        metric ->
            row.add(run.metrics().containsKey(metric) ? run.metrics().get(metric).toString() : ""));
    row.add(run.reason() == null ? "" : run.reason());
    return row;
  }
}

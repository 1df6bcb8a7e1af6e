package stoffprobe.sweep.page;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stoffprobe.statistics.runs.SeedsAndImages;
import stoffprobe.sweep.Comparison;
import stoffprobe.sweep.Findings;
import stoffprobe.sweep.RunRecord;
import stoffprobe.sweep.VariantResult;

/** Made-up findings of every kind that a page may have to show. */
final class SyntheticFindings {

  private static final List<Long> SEEDS = List.of(42L, 43L, 44L, 45L, 46L);

  private SyntheticFindings() {}

  /** Two models, five seeds, and no doubt. */
  static Findings decided() {
    VariantResult cnn = variant("cnn", Map.of(), 0.920, 0.919, 0.923, 0.922, 0.921);
    VariantResult mlp = variant("mlp", Map.of(), 0.877, 0.886, 0.885, 0.889, 0.880);
    return findings(List.of(mlp, cnn), List.of(comparison(cnn, mlp, 0.00012, 0)));
  }

  /** Two models that seeds move further than they lie apart. */
  static Findings undecided() {
    VariantResult a = variant("a", Map.of(), 0.90, 0.88, 0.89, 0.91, 0.87);
    VariantResult b = variant("b", Map.of(), 0.89, 0.89, 0.88, 0.90, 0.87);
    return findings(List.of(a, b), List.of(comparison(a, b, 0.41, 9)));
  }

  static Findings oneVariant() {
    return findings(List.of(variant("mlp", Map.of(), 0.877, 0.886, 0.885)), List.of());
  }

  static Findings oneSeed() {
    VariantResult cnn = variant("cnn", Map.of(), 0.92);
    VariantResult mlp = variant("mlp", Map.of(), 0.88);
    Comparison comparison =
        new Comparison(cnn, mlp, List.of(42L), List.of(0.04), Optional.empty(), 1, 0, 1);
    return findings(List.of(mlp, cnn), List.of(comparison));
  }

  static Findings nothing() {
    VariantResult none = new VariantResult("mlp", "mlp", Map.of(), List.of(), 1);
    return findings(List.of(none), List.of());
  }

  /** A grid with names that a page must not take for its own, and a run that failed. */
  static Findings grid() {
    List<VariantResult> variants = new ArrayList<>();
    for (String rate : List.of("0.001", "<script>alert(1)</script>", "0.1")) {
      for (String batch : List.of("32", "64", "128")) {
        double shift = variants.size() * 0.004;
        Map<String, String> values = new LinkedHashMap<>();
        values.put("training.learning-rate", rate);
        values.put("training.batch", batch);
        variants.add(variant("cnn", values, 0.90 - shift, 0.91 - shift, 0.905 - shift));
      }
    }
    List<Comparison> comparisons =
        variants.subList(1, 9).stream()
            .map(other -> comparison(variants.get(0), other, 0.03, 1))
            .toList();
    return findings(variants, comparisons);
  }

  private static Findings findings(List<VariantResult> variants, List<Comparison> comparisons) {
    List<RunRecord> runs = new ArrayList<>();
    variants.forEach(variant -> runs.addAll(variant.runs()));
    for (VariantResult variant : variants) {
      if (variant.failed() > 0) {
        runs.add(failed(variant));
      }
    }
    return new Findings(
        "many",
        Path.of("pipelines/many.yaml"),
        Path.of("pipelines/fashion-mnist.yaml"),
        "FashionMNIST",
        SEEDS,
        List.copyOf(variants.get(0).values().keySet()),
        variants,
        comparisons,
        runs);
  }

  private static VariantResult variant(
      String model, Map<String, String> values, double... accuracies) {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < accuracies.length; i++) {
      runs.add(
          new RunRecord(
              RunRecord.SCHEMA,
              model + "-seed-" + SEEDS.get(i),
              model,
              SEEDS.get(i),
              values,
              RunRecord.State.DONE,
              null,
              "0",
              Instant.EPOCH,
              1,
              (model.equals("mlp") ? 8 : 90) + i,
              235_146,
              "ab".repeat(32),
              "cd".repeat(32),
              "ef".repeat(32),
              Map.of("accuracy", accuracies[i], "macro_f1", accuracies[i], "log_loss", 0.3)));
    }
    return new VariantResult(model + values.hashCode(), model, values, runs, 0);
  }

  private static RunRecord failed(VariantResult variant) {
    return new RunRecord(
        RunRecord.SCHEMA,
        variant.id() + "-seed-42",
        variant.model(),
        42,
        variant.values(),
        RunRecord.State.FAILED,
        "train-mlp: the loss is no number in epoch 1.",
        "0",
        Instant.EPOCH,
        2,
        0,
        0,
        null,
        null,
        null,
        Map.of());
  }

  private static Comparison comparison(
      VariantResult ahead, VariantResult behind, double p, int upsets) {
    int seeds = Math.min(ahead.runs().size(), behind.runs().size());
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      differences.add(accuracy(ahead, i) - accuracy(behind, i));
    }
    double mean = differences.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new Comparison(
        ahead,
        behind,
        SEEDS.subList(0, seeds),
        differences,
        Optional.of(new SeedsAndImages(seeds, 10_000, mean, 1e-5, 0.01, 0.05, 0.0025, seeds - 0.5)),
        p,
        upsets,
        seeds * seeds);
  }

  private static double accuracy(VariantResult variant, int run) {
    return variant.runs().get(run).metrics().getOrDefault("accuracy", 0.0);
  }
}

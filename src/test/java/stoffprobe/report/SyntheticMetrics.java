package stoffprobe.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stoffprobe.config.ClassNames;

/** What {@code 5-evaluate} would hold for made-up results. */
record SyntheticMetrics(ClassNames classes, List<SyntheticModel> models) {

  void write(Path folder) throws IOException {
    StringBuilder scores =
        new StringBuilder(
            "model,class_index,class_name,precision,recall,f1,support,"
                + "precision_low,precision_high,recall_low,recall_high,f1_low,f1_high\n");
    for (SyntheticModel model : models) {
      StringBuilder cells = new StringBuilder("label_index,predicted_index,count\n");
      for (int c = 0; c < classes.count(); c++) {
        double recall = model.recall(c);
        scores.append(
            model.name()
                + ","
                + c
                + ","
                + SyntheticRun.csv(classes.de().get(c))
                + ("," + recall).repeat(3)
                + ","
                + SyntheticModel.SUPPORT
                + wilson(model.correct().get(c)).repeat(3)
                + "\n");
        for (int p = 0; p < classes.count(); p++) {
          cells.append(c + "," + p + "," + model.confusion().get(c).get(p) + "\n");
        }
      }
      SyntheticRun.write(folder, "confusion-" + model.name() + ".csv", cells.toString());
    }
    SyntheticRun.write(folder, "per-class.csv", scores.toString());
    SyntheticRun.write(folder, "metrics.json", metrics());
    SyntheticRun.write(folder, "class-comparisons.csv", classComparisons());
    SyntheticRun.write(folder, "timing.json", timing());
  }

  private String classComparisons() {
    StringBuilder rows =
        new StringBuilder(
            "a,b,class_index,class_name,support,only_a_correct,only_b_correct,recall_difference,low,"
                + "high,mcnemar_p,mcnemar_p_holm,better\n");
    SyntheticPair.all(models).forEach(pair -> rows.append(pair.csv(classes.de())));
    return rows.toString();
  }

  private String timing() {
    return models.stream()
        .map(
            model ->
                ("\"%s\": {\"latency_ms\": {\"p50\": %s, \"p95\": 0.9, \"p99\": 1.4},"
                        + " \"single_images\": 200, \"images_per_second\": 23675.4,"
                        + " \"batch_images\": 1000}")
                    .formatted(model.name(), model.latency()))
        .collect(Collectors.joining(", ", "{\"models\": {", "}}"));
  }

  /** Wilson's interval of so many of a class's images. */
  private static String wilson(int correct) {
    double n = SyntheticModel.SUPPORT;
    double z = 1.96;
    double p = correct / n;
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double middle = p + z * z / (2 * n);
    double whole = 1 + z * z / n;
    return "," + Math.max(0, (middle - half) / whole) + "," + Math.min(1, (middle + half) / whole);
  }

  private String metrics() {
    List<String> entries = models.stream().map(this::metrics).toList();
    List<SyntheticPair> pairs = SyntheticPair.all(models);
    List<Double> holm = SyntheticPair.holm(pairs.stream().map(pair -> pair.overall().p()).toList());
    List<String> comparisons =
        IntStream.range(0, pairs.size()).mapToObj(i -> pairs.get(i).json(holm.get(i))).toList();
    return "{\"schema\": \"stoffprobe-metrics/1\", \"pipeline\": \"fashion-mnist\", \"seed\": 42,"
        + " \"test_examples\": "
        + classes.count() * SyntheticModel.SUPPORT
        + ",\n\"models\": {"
        + String.join(",\n", entries)
        + "},\n\"comparisons\": ["
        + String.join(",\n", comparisons)
        + "]}\n";
  }

  private String metrics(SyntheticModel model) {
    double p = model.accuracy();
    int n = classes.count() * SyntheticModel.SUPPORT;
    double half = 1.96 * Math.sqrt(p * (1 - p) / n);
    int last = classes.count() - 1;
    return ("\"%s\": {\"parameters\": %d, \"untrained_accuracy\": 0.0971, \"accuracy\": %s,"
            + " \"accuracy_ci95\": [%s, %s], \"macro_f1\": %s, \"macro_precision\": %s,"
            + " \"macro_recall\": %s, \"accuracy_batch_mean\": %s, \"macro_f1_batch_mean\": %s,"
            + " \"test_loss\": %s, \"log_loss\": 0.34, \"brier\": 0.16, \"ece\": 0.02,"
            + " \"top_confusions\": [{\"label\": %d, \"predicted\": 0, \"count\": 9}],"
            + " \"weights_sha256\": \"%s\", \"predictions_sha256\": \"%s\"}")
        .formatted(
            model.name(),
            model.parameters(),
            p,
            p - half,
            p + half,
            p - 0.001,
            p,
            p,
            p,
            p - 0.011,
            model.testLoss().get(model.testLoss().size() - 1),
            last,
            "ab".repeat(32),
            "cd".repeat(32));
  }
}

package stoffprobe.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stoffprobe.config.ClassNames;

/**
 * What {@code 5-evaluate} would hold for made-up results: up to 20 images each on which only one of
 * two models is right, and more for the better one.
 */
record SyntheticMetrics(ClassNames classes, List<SyntheticModel> models) {

  void write(Path folder) throws IOException {
    StringBuilder scores =
        new StringBuilder("model,class_index,class_name,precision,recall,f1,support\n");
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
                + ","
                + recall
                + ","
                + recall
                + ","
                + recall
                + ","
                + SyntheticModel.SUPPORT
                + "\n");
        for (int p = 0; p < classes.count(); p++) {
          cells.append(c + "," + p + "," + model.confusion().get(c).get(p) + "\n");
        }
      }
      SyntheticRun.write(folder, "confusion-" + model.name() + ".csv", cells.toString());
    }
    SyntheticRun.write(folder, "per-class.csv", scores.toString());
    SyntheticRun.write(folder, "metrics.json", metrics());
  }

  private String metrics() {
    List<String> entries = models.stream().map(this::metrics).toList();
    List<String> pairs = new ArrayList<>();
    for (int a = 0; a < models.size(); a++) {
      for (int b = a + 1; b < models.size(); b++) {
        pairs.add(comparison(models.get(a), models.get(b)));
      }
    }
    return "{\"schema\": \"stoffprobe-metrics/1\", \"pipeline\": \"fashion-mnist\", \"seed\": 42,"
        + " \"test_examples\": "
        + classes.count() * SyntheticModel.SUPPORT
        + ",\n\"models\": {"
        + String.join(",\n", entries)
        + "},\n\"comparisons\": ["
        + String.join(",\n", pairs)
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

  private String comparison(SyntheticModel a, SyntheticModel b) {
    int difference = b.hits() - a.hits();
    int n = classes.count() * SyntheticModel.SUPPORT;
    int onlyA = Math.max(0, -difference) + onEachSide(a, b);
    int onlyB = Math.max(0, difference) + onEachSide(a, b);
    double error = Math.sqrt(onlyA + onlyB - (double) difference * difference / n) / n;
    double p = p(a, b);
    double holm = holm(p);
    String better = p >= 0.05 ? "undecided" : difference > 0 ? "b" : "a";
    return ("{\"a\": \"%s\", \"b\": \"%s\", \"accuracy_difference\": %s, \"ci95\": [%s, %s],"
            + " \"only_a_correct\": %d, \"only_b_correct\": %d, \"both_correct\": %d,"
            + " \"both_wrong\": %d, \"mcnemar_p\": %s, \"better\": \"%s\","
            + " \"mcnemar_p_holm\": %s, \"better_holm\": \"%s\"}")
        .formatted(
            a.name(),
            b.name(),
            (double) difference / n,
            (double) difference / n - 1.96 * error,
            (double) difference / n + 1.96 * error,
            onlyA,
            onlyB,
            a.hits() - onlyA,
            n - a.hits() - onlyB,
            p,
            better,
            holm,
            holm >= 0.05 ? "undecided" : better);
  }

  /** A pair's p, adjusted by Holm for the number of pairs. */
  private double holm(double p) {
    double holm = 0;
    List<Double> all =
        models.stream()
            .flatMap(a -> models.subList(0, models.indexOf(a)).stream().map(b -> p(b, a)))
            .sorted()
            .toList();
    for (int rank = 0; rank < all.size() && all.get(rank) <= p; rank++) {
      holm = Math.max(holm, Math.min(1, (all.size() - rank) * all.get(rank)));
    }
    return holm;
  }

  private static double p(SyntheticModel a, SyntheticModel b) {
    int each = onEachSide(a, b);
    return exactP(each, 2 * each + Math.abs(b.hits() - a.hits()));
  }

  private static int onEachSide(SyntheticModel a, SyntheticModel b) {
    int wrong = a.classes() * SyntheticModel.SUPPORT - Math.max(a.hits(), b.hits());
    return Math.min(20, Math.min(wrong, Math.min(a.hits(), b.hits())));
  }

  private static double exactP(int fewer, int trials) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger term = BigInteger.ONE;
    for (int i = 0; i <= fewer; i++) {
      sum = sum.add(term);
      term = term.multiply(BigInteger.valueOf(trials - i)).divide(BigInteger.valueOf(i + 1));
    }
    BigDecimal tail =
        new BigDecimal(sum)
            .divide(new BigDecimal(BigInteger.TWO.pow(trials)), MathContext.DECIMAL64);
    return Math.min(1, 2 * tail.doubleValue());
  }
}

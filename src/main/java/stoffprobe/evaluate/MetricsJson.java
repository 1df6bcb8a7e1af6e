package stoffprobe.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stoffprobe.data.Json;
import stoffprobe.statistics.BatchMeans;
import stoffprobe.statistics.BrierScore;
import stoffprobe.statistics.Confusion;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.CrossEntropy;
import stoffprobe.statistics.Interval;
import stoffprobe.statistics.PairedComparison;
import stoffprobe.statistics.Predictions;
import stoffprobe.statistics.Reliability;

/**
 * {@code metrics.json}: the keys are an interface to other programs, so they may be added to but
 * never renamed. Every number is a double at full precision.
 */
final class MetricsJson {

  private static final String SCHEMA = "stoffprobe-metrics/1";
  private static final int TOP_CONFUSIONS = 10;

  private MetricsJson() {}

  /** Writes a new file; models and pairs come in the order given. */
  static void write(
      Path file,
      String pipeline,
      long seed,
      List<EvaluatedModel> evaluated,
      List<EvaluatedPair> pairs)
      throws IOException {
    Map<String, Object> models = new LinkedHashMap<>();
    evaluated.forEach(model -> models.put(model.name(), model(model)));
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("schema", SCHEMA);
    metrics.put("pipeline", pipeline);
    metrics.put("seed", seed);
    metrics.put("test_examples", evaluated.get(0).predictions().count());
    metrics.put("models", models);
    metrics.put("comparisons", pairs.stream().map(MetricsJson::comparison).toList());
    Json.write(file, metrics);
  }

  /** All metrics of one model. */
  static Map<String, Object> model(EvaluatedModel model) {
    Predictions predictions = model.predictions();
    ConfusionMatrix confusion = model.confusion();
    BatchMeans batches = BatchMeans.of(predictions, model.batch());
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("parameters", model.trained().parameters());
    metrics.put("untrained_accuracy", model.trained().untrainedAccuracy());
    metrics.put("accuracy", confusion.accuracy());
    metrics.put(
        "accuracy_ci95", Bounds.of(Interval.wilson(confusion.correct(), confusion.total())));
    metrics.put("macro_f1", confusion.macroF1());
    metrics.put("macro_precision", confusion.macroPrecision());
    metrics.put("macro_recall", confusion.macroRecall());
    metrics.put("accuracy_batch_mean", batches.accuracy());
    metrics.put("macro_f1_batch_mean", batches.macroF1());
    metrics.put("test_loss", batches.loss());
    metrics.put("log_loss", CrossEntropy.mean(predictions));
    metrics.put("brier", BrierScore.of(predictions));
    metrics.put("ece", Reliability.of(predictions).expectedCalibrationError());
    metrics.put(
        "top_confusions",
        confusion.topConfusions(TOP_CONFUSIONS).stream().map(MetricsJson::confusion).toList());
    metrics.put("weights_sha256", model.trained().weightsSha256());
    metrics.put("predictions_sha256", model.predictionsSha256());
    return metrics;
  }

  private static Map<String, Object> confusion(Confusion confusion) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("label", confusion.label());
    cell.put("predicted", confusion.predicted());
    cell.put("count", confusion.count());
    return cell;
  }

  private static Map<String, Object> comparison(EvaluatedPair pair) {
    PairedComparison comparison = pair.comparison();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("a", pair.a().name());
    metrics.put("b", pair.b().name());
    metrics.put("accuracy_difference", comparison.difference());
    metrics.put("ci95", Bounds.of(comparison.interval()));
    metrics.put("only_a_correct", comparison.onlyACorrect());
    metrics.put("only_b_correct", comparison.onlyBCorrect());
    metrics.put("both_correct", comparison.bothCorrect());
    metrics.put("both_wrong", comparison.bothWrong());
    metrics.put("mcnemar_p", comparison.mcNemarP());
    metrics.put("better", comparison.better().word());
    metrics.put("mcnemar_p_holm", pair.holmP());
    metrics.put("better_holm", pair.better().word());
    return metrics;
  }
}

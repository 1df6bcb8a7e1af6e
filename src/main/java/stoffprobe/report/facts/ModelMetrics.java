package stoffprobe.report.facts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One model's entry in {@code metrics.json}; shares are 0 to 1. */
public record ModelMetrics(
    long parameters,
    double untrainedAccuracy,
    double accuracy,
    Interval accuracyInterval,
    double macroF1,
    double macroPrecision,
    double macroRecall,
    double accuracyBatchMean,
    double macroF1BatchMean,
    double testLoss,
    double logLoss,
    double brier,
    double ece,
    List<Confused> topConfusions,
    Hashes hashes) {

  public ModelMetrics {
    topConfusions = List.copyOf(topConfusions);
  }

  /** Images of class {@code label} that were taken for class {@code predicted}. */
  public record Confused(int label, int predicted, long count) {}

  /** SHA-256 of the trained variables and of the predictions file. */
  public record Hashes(String weights, String predictions) {}

  static ModelMetrics read(JsonFile json) throws IOException {
    List<Confused> confusions = new ArrayList<>();
    for (JsonFile entry : json.objects("top_confusions")) {
      confusions.add(
          new Confused(
              Math.toIntExact(entry.whole("label")),
              Math.toIntExact(entry.whole("predicted")),
              entry.whole("count")));
    }
    return new ModelMetrics(
        json.whole("parameters"),
        json.number("untrained_accuracy"),
        json.number("accuracy"),
        Interval.of(json.numbers("accuracy_ci95", 2)),
        json.number("macro_f1"),
        json.number("macro_precision"),
        json.number("macro_recall"),
        json.number("accuracy_batch_mean"),
        json.number("macro_f1_batch_mean"),
        json.number("test_loss"),
        json.number("log_loss"),
        json.number("brier"),
        json.number("ece"),
        confusions,
        new Hashes(json.text("weights_sha256"), json.text("predictions_sha256")));
  }
}

package stoffprobe.nightly.text;

import stoffprobe.nightly.MetricMatch;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;

/** Metrics and their values in words. */
public final class MetricText {

  /** From here on four decimals tell enough. */
  private static final double LARGE = 0.01;

  private MetricText() {}

  /**
   * What a metric is called.
   *
   * @param metric its name in {@code metrics.json}; an unknown one stays as it is
   */
  public static Bilingual name(String metric) {
    return switch (metric) {
      case "untrained_accuracy" -> new Bilingual("Genauigkeit, untrainiert", "Accuracy, untrained");
      case "accuracy" -> new Bilingual("Genauigkeit", "Accuracy");
      case "macro_f1" -> new Bilingual("Makro-F1", "Macro F1");
      case "macro_precision" -> new Bilingual("Makro-Präzision", "Macro precision");
      case "macro_recall" -> new Bilingual("Makro-Recall", "Macro recall");
      case "accuracy_batch_mean" ->
          new Bilingual("Genauigkeit, Mittel der Batches", "Accuracy, mean over batches");
      case "macro_f1_batch_mean" ->
          new Bilingual("Makro-F1, Mittel der Batches", "Macro F1, mean over batches");
      case "test_loss" -> new Bilingual("Test-Loss", "Test loss");
      case "log_loss" -> new Bilingual("Log-Loss", "Log loss");
      case "brier" -> new Bilingual("Brier-Score", "Brier score");
      case "ece" -> new Bilingual("Kalibrierungsfehler (ECE)", "Calibration error (ECE)");
      default -> Bilingual.same(metric);
    };
  }

  /** A value to four decimals. */
  public static Bilingual value(double value) {
    return Numbers.decimal(value, 4);
  }

  /** A distance, however small: {@code 0,0123}, {@code 2,1 · 10⁻⁷}, {@code 0}. */
  public static Bilingual distance(double distance) {
    if (!Double.isFinite(distance)) {
      return Bilingual.same("–");
    }
    double size = Math.abs(distance);
    return size == 0
        ? Bilingual.same("0")
        : size >= LARGE ? Numbers.decimal(size, 4) : Numbers.probability(size);
  }

  /** The same with its sign. */
  public static Bilingual difference(double difference) {
    Bilingual size = distance(difference);
    String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
    return new Bilingual(sign + size.de(), sign + size.en());
  }

  /** How many times the tolerance a difference is: {@code 1,8}; none where it is zero. */
  public static Bilingual times(double share) {
    return Double.isFinite(share) ? Numbers.factor(share) : Bilingual.same("∞");
  }

  /** Whether a metric lies in its tolerance, in words. */
  public static Bilingual judgement(MetricMatch metric) {
    if (metric.difference() == 0) {
      return new Bilingual("= gleich", "= equal");
    }
    if (metric.tolerance() == null) {
      return new Bilingual("≠ ohne Toleranz", "≠ no tolerance");
    }
    return metric.within()
        ? new Bilingual("✓ in der Toleranz", "✓ within")
        : new Bilingual("✗ außerhalb", "✗ outside");
  }
}

package stoffprobe.evaluate;

import java.util.Locale;
import stoffprobe.statistics.ConfusionMatrix;
import stoffprobe.statistics.Interval;
import stoffprobe.statistics.PairedComparison;

/** What the evaluation tells while it runs: one line a model, one line a comparison. */
final class LogLine {

  private LogLine() {}

  static String of(EvaluatedModel model) {
    ConfusionMatrix confusion = model.confusion();
    Interval interval = Interval.wilson(confusion.correct(), confusion.total());
    return String.format(
        Locale.ROOT,
        "%s: accuracy %.4f (95 %% interval %.4f to %.4f), macro-F1 %.4f on %d test images",
        model.name(),
        confusion.accuracy(),
        interval.low(),
        interval.high(),
        confusion.macroF1(),
        confusion.total());
  }

  static String of(EvaluatedPair pair) {
    PairedComparison comparison = pair.comparison();
    return String.format(
        Locale.ROOT,
        "%s against %s: accuracy %+.4f (95 %% interval %+.4f to %+.4f), exact McNemar p %.3g%s: %s",
        pair.b().name(),
        pair.a().name(),
        comparison.difference(),
        comparison.interval().low(),
        comparison.interval().high(),
        comparison.mcNemarP(),
        holm(pair),
        outcome(pair));
  }

  static String ofTiming(EvaluatedModel model) {
    Timing timing = model.timing();
    return String.format(
        Locale.ROOT,
        "%s: %.2f ms an image alone (1 in 20 takes more than %.2f ms),"
            + " %.0f images a second in batches of %d",
        model.name(),
        timing.latencyMs().p50(),
        timing.latencyMs().p95(),
        timing.imagesPerSecond(),
        timing.batchImages());
  }

  /** Empty where there is but one pair to compare, as nothing is adjusted then. */
  private static String holm(EvaluatedPair pair) {
    return pair.holmP() == pair.comparison().mcNemarP()
        ? ""
        : String.format(Locale.ROOT, " (%.3g among all pairs)", pair.holmP());
  }

  private static String outcome(EvaluatedPair pair) {
    return switch (pair.better()) {
      case A -> pair.a().name() + " is better";
      case B -> pair.b().name() + " is better";
      case UNDECIDED -> "undecided";
    };
  }
}

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
        "%s against %s: accuracy %+.4f (95 %% interval %+.4f to %+.4f), exact McNemar p %.3g: %s",
        pair.b(),
        pair.a(),
        comparison.difference(),
        comparison.interval().low(),
        comparison.interval().high(),
        comparison.mcNemarP(),
        outcome(pair));
  }

  private static String outcome(EvaluatedPair pair) {
    return switch (pair.comparison().better()) {
      case A -> pair.a() + " is better";
      case B -> pair.b() + " is better";
      case UNDECIDED -> "undecided";
    };
  }
}

package stoffprobe.nightly.text;

import org.jspecify.annotations.Nullable;
import stoffprobe.nightly.Cost;
import stoffprobe.nightly.Costs;
import stoffprobe.nightly.StageResult;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Numbers;
import stoffprobe.report.text.Times;
import stoffprobe.statistics.UsualRange;

/** What stages cost, in words. */
public final class CostText {

  private CostText() {}

  /** An amount of what is counted. */
  public static Bilingual amount(Cost.Measure measure, double value) {
    return switch (measure) {
      case SECONDS -> Times.duration(value);
      case PEAK_MEMORY_BYTES -> Numbers.bytes(Math.round(value));
    };
  }

  /** A stage's amount tonight; a dash where the system did not tell. */
  public static Bilingual tonight(StageResult stage, Cost.Measure measure) {
    Double value = value(stage, measure);
    return value == null ? Bilingual.same("–") : amount(measure, value);
  }

  /** The same as a number. */
  public static @Nullable Double value(StageResult stage, Cost.Measure measure) {
    Long bytes = stage.peakMemoryBytes();
    return switch (measure) {
      case SECONDS -> (Double) stage.seconds();
      case PEAK_MEMORY_BYTES -> bytes == null ? null : (Double) bytes.doubleValue();
    };
  }

  /** {@code ungewöhnlich viel: das 1,8-Fache des Medians}. */
  public static Bilingual judgement(Cost cost) {
    return cost.unusual()
        ? Bilingual.of(
            "ungewöhnlich: {0}-mal der Median",
            "unusual: {0} times the median", Numbers.factor(cost.tonight() / cost.median()))
        : new Bilingual("üblich", "usual");
  }

  /** One sentence about an unusual cost. */
  public static Bilingual unusual(Cost cost) {
    return switch (cost.measure()) {
      case SECONDS ->
          sentence(
              cost,
              "{0} dauerte {1}; üblich sind {2}, und erst ab {3} gilt das als ungewöhnlich.",
              "{0} took {1}; {2} is usual, and only beyond {3} does that count as unusual.");
      case PEAK_MEMORY_BYTES ->
          sentence(
              cost,
              "{0} brauchte bis zu {1} Speicher; üblich sind {2}, und erst ab {3} gilt das als"
                  + " ungewöhnlich.",
              "{0} took up to {1} of memory; {2} is usual, and only beyond {3} does that count as"
                  + " unusual.");
    };
  }

  private static Bilingual sentence(Cost cost, String de, String en) {
    return Bilingual.of(
        de,
        en,
        Bilingual.same(cost.stage()),
        amount(cost.measure(), cost.tonight()),
        amount(cost.measure(), cost.median()),
        amount(cost.measure(), cost.limit()));
  }

  /** What counts as unusual. */
  public static Bilingual definition() {
    return Bilingual.of(
        "Verglichen wird mit dem Median der letzten Nächte (höchstens {0}). Ungewöhnlich ist, was ihn"
            + " um mehr als das {1}-Fache der üblichen Streuung übersteigt (modifizierter z-Wert nach"
            + " Iglewicz und Hoaglin, aus dem Median der Abstände vom Median), mindestens"
            + " aber um {2} und bei Zeiten um {3}.",
        "Compared is the median of the latest nights (at most {0}). Unusual is what exceeds it by"
            + " more than {1} times the usual spread (modified z-score by Iglewicz and Hoaglin, from"
            + " the median of the distances from the median), but at least by {2}, and times by {3}.",
        Numbers.whole(Costs.LATEST_NIGHTS),
        Numbers.plain(UsualRange.OUTLIER),
        Numbers.shortPercent(Costs.LEAST_SHARE),
        Times.duration(Costs.LEAST_SECONDS));
  }

  /** Why nothing is called usual yet. */
  public static Bilingual tooFew() {
    return Bilingual.of(
        "Was üblich ist, lässt sich erst nach {0} vergangenen Nächten sagen.",
        "What is usual can be told only after {0} past nights.",
        Numbers.whole(Costs.FEWEST_NIGHTS));
  }
}

package stoffprobe.nightly.text;

import java.util.Locale;
import stoffprobe.nightly.Verdict.Kind;
import stoffprobe.report.text.Bilingual;

/** What the classes of nights are called. */
public final class KindText {

  private KindText() {}

  /** As a statement: {@code Bit für Bit reproduziert}. */
  public static Bilingual name(Kind kind) {
    return switch (kind) {
      case REPRODUCED -> new Bilingual("Bit für Bit reproduziert", "reproduced bit for bit");
      case WITHIN_TOLERANCE ->
          new Bilingual(
              "Bits weichen ab, Metriken in der Toleranz", "bits differ, metrics within tolerance");
      case DRIFT -> new Bilingual("Drift", "drift");
      case NOT_COMPARABLE -> new Bilingual("nicht vergleichbar", "not comparable");
      case FAILED -> new Bilingual("gescheitert", "failed");
    };
  }

  /** The same where there is little room. */
  public static Bilingual shortName(Kind kind) {
    return switch (kind) {
      case REPRODUCED -> new Bilingual("reproduziert", "reproduced");
      case WITHIN_TOLERANCE -> new Bilingual("in der Toleranz", "within tolerance");
      case DRIFT, NOT_COMPARABLE, FAILED -> name(kind);
    };
  }

  /** As a value of an attribute: {@code within-tolerance}. */
  public static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package stoffprobe.nightly.text;

import stoffprobe.nightly.Change;
import stoffprobe.report.text.Bilingual;

/** What has changed since the baseline. */
public final class ChangeText {

  private static final String BEFORE_VALUES = ": ";
  private static final String ARROW = " -> ";

  private ChangeText() {}

  /**
   * A change in three parts.
   *
   * @param field what changed; the whole text where it has no such parts
   * @param old its value in the baseline, or empty
   * @param now its value tonight, or empty
   */
  public record Parts(String field, String old, String now) {}

  /** With its article: {@code die Daten}. */
  static Bilingual kind(Change.Kind kind) {
    return switch (kind) {
      case DATA -> new Bilingual("die Daten", "the data");
      case PARAMETERS -> new Bilingual("die Einstellungen", "the settings");
      case ENVIRONMENT -> new Bilingual("die Umgebung", "the environment");
      case CODE -> new Bilingual("der Code", "the code");
    };
  }

  /** Without: {@code Daten}. */
  public static Bilingual heading(Change.Kind kind) {
    return switch (kind) {
      case DATA -> new Bilingual("Daten", "data");
      case PARAMETERS -> new Bilingual("Einstellungen", "settings");
      case ENVIRONMENT -> new Bilingual("Umgebung", "environment");
      case CODE -> new Bilingual("Code", "code");
    };
  }

  /** {@code seed: 42 -> 43} as field, old and new value. */
  public static Parts parts(Change change) {
    String text = change.text();
    int values = text.indexOf(BEFORE_VALUES);
    int arrow = text.indexOf(ARROW, Math.max(0, values));
    boolean clear = values > 0 && arrow > values && arrow == text.lastIndexOf(ARROW);
    return clear
        ? new Parts(
            text.substring(0, values),
            text.substring(values + BEFORE_VALUES.length(), arrow),
            text.substring(arrow + ARROW.length()))
        : new Parts(text, "", "");
  }
}

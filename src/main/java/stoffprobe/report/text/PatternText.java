package stoffprobe.report.text;

import java.util.List;
import stoffprobe.report.facts.FirstFilters.Filter;
import stoffprobe.report.facts.FirstFilters.Kind;

/** The patterns that filters look for, named. */
public final class PatternText {

  /** An eighth of a turn. */
  private static final double EIGHTH = 45;

  private PatternText() {}

  /** What a group of filters is headed with. */
  public static Bilingual title(Kind kind) {
    return switch (kind) {
      case EDGE -> new Bilingual("Kanten", "Edges");
      case LINE -> new Bilingual("Linien", "Lines");
      case SPOT -> new Bilingual("Punkte", "Spots");
      case BRIGHTNESS -> new Bilingual("Helligkeit", "Brightness");
      case COLOUR -> new Bilingual("Farben", "Colours");
      case MIXED -> new Bilingual("Mischungen", "Mixtures");
      case NONE -> new Bilingual("Ohne Gewichte", "Without weights");
    };
  }

  /** The heading of those that respond nowhere. */
  public static Bilingual deadTitle() {
    return new Bilingual("Tot", "Dead");
  }

  /** What one filter looks for, with direction and tone. */
  public static Bilingual pattern(Filter filter) {
    Bilingual pattern =
        switch (filter.kind()) {
          case EDGE -> brighter(filter);
          case LINE ->
              Bilingual.of("{0} Linie{1}", "{0} line{1}", tone(filter, "e"), course(filter));
          case SPOT -> Bilingual.of("{0} Punkt", "{0} spot", tone(filter, "er"));
          case BRIGHTNESS -> Bilingual.of("{0} Stelle", "{0} place", tone(filter, "e"));
          case COLOUR -> new Bilingual("Farbe", "colour");
          case MIXED -> new Bilingual("Mischung", "mixture");
          case NONE -> new Bilingual("nichts", "nothing");
        };
    return filter.dead() ? Bilingual.of("{0} (tot)", "{0} (dead)", pattern) : pattern;
  }

  private static Bilingual brighter(Filter filter) {
    if (filter.direction().isEmpty()) {
      return new Bilingual("Kante", "edge");
    }
    List<Bilingual> towards =
        List.of(
            new Bilingual("rechts", "on the right"),
            new Bilingual("oben rechts", "at the upper right"),
            new Bilingual("oben", "above"),
            new Bilingual("oben links", "at the upper left"),
            new Bilingual("links", "on the left"),
            new Bilingual("unten links", "at the lower left"),
            new Bilingual("unten", "below"),
            new Bilingual("unten rechts", "at the lower right"));
    int eighth = (int) Math.round(filter.direction().getAsDouble() / EIGHTH) % towards.size();
    return Bilingual.of("Kante, {0} heller", "edge, brighter {0}", towards.get(eighth));
  }

  private static Bilingual course(Filter filter) {
    if (filter.direction().isEmpty()) {
      return Bilingual.same("");
    }
    List<Bilingual> courses =
        List.of(
            new Bilingual(", waagerecht", ", horizontal"),
            new Bilingual(", steigend", ", rising"),
            new Bilingual(", senkrecht", ", vertical"),
            new Bilingual(", fallend", ", falling"));
    int quarter = (int) Math.round(filter.direction().getAsDouble() / EIGHTH) % courses.size();
    return courses.get(quarter);
  }

  private static Bilingual tone(Filter filter, String ending) {
    return filter.bright().orElse(true)
        ? new Bilingual("hell" + ending, "bright")
        : new Bilingual(ending.equals("er") ? "dunkler" : "dunkle", "dark");
  }
}

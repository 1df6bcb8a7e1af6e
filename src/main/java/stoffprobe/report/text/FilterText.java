package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.FirstFilters;
import stoffprobe.report.facts.FirstFilters.Filter;
import stoffprobe.report.facts.FirstFilters.Kind;

/** What the filters of a first convolution look for and respond to, counted. */
public record FilterText(FirstFilters filters, ClassNames classes) {

  private static final double HALF_TURN = 180;

  /** Directions closer to level or upright than this many degrees count as that. */
  private static final double NEAR = 22.5;

  /** All that is to be said, one statement each. */
  public List<Bilingual> statements() {
    List<Bilingual> statements = new ArrayList<>();
    statements.add(kinds());
    directions().ifPresent(statements::add);
    statements.add(dead());
    choosiness().ifPresent(statements::add);
    strongestClass().ifPresent(statements::add);
    return statements;
  }

  /** How many filters look for what. */
  private Bilingual kinds() {
    List<Filter> live = filters.live();
    if (live.isEmpty()) {
      return new Bilingual(
          "Keiner der Filter spricht auf irgendetwas an.",
          "None of the filters responds to anything.");
    }
    List<Bilingual> sought = new ArrayList<>();
    for (Kind kind : List.of(Kind.EDGE, Kind.LINE, Kind.SPOT, Kind.BRIGHTNESS, Kind.COLOUR)) {
      int of = filters.live(kind).size();
      if (of > 0) {
        sought.add(
            Bilingual.of(
                "{0} vor allem {1}", "{0} mostly for {1}", Numbers.whole(of), words(kind)));
      }
    }
    if (count() == 1) {
      return live.get(0).kind() == Kind.MIXED
          ? new Bilingual(
              "In den Gewichten des einzigen Filters überwiegt kein Muster.",
              "In the weights of the only filter no pattern prevails.")
          : Bilingual.of(
              "Der einzige Filter sucht nach seinen Gewichten vor allem {0}.",
              "By its weights the only filter looks mostly for {0}.", words(live.get(0).kind()));
    }
    int mixed = filters.live(Kind.MIXED).size() + filters.live(Kind.NONE).size();
    if (sought.isEmpty()) {
      return Bilingual.of(
          "Bei keinem der {0} Filter überwiegt in den Gewichten ein Muster.",
          "In none of the {0} filters does a pattern prevail in the weights.",
          Numbers.whole(count()));
    }
    Bilingual counts =
        Bilingual.of(
            "Nach ihren Gewichten suchen von {0} Filtern {1}",
            "By their weights, of {0} filters {1}", Numbers.whole(count()), look(sought));
    return mixed == 0
        ? new Bilingual(counts.de() + ".", counts.en() + ".")
        : Bilingual.of(
            "{0}; bei {1} überwiegt keines dieser Muster.",
            "{0}; in {1} none of these patterns prevails.", counts, Numbers.whole(mixed));
  }

  private static Bilingual look(List<Bilingual> parts) {
    Bilingual list = Bilingual.list(parts);
    return new Bilingual(list.de(), list.en().replaceFirst(" mostly", " look mostly"));
  }

  private static Bilingual words(Kind kind) {
    return switch (kind) {
      case EDGE -> new Bilingual("Kanten", "edges");
      case LINE -> new Bilingual("Linien", "lines");
      case SPOT -> new Bilingual("Punkte", "spots");
      case BRIGHTNESS -> new Bilingual("helle oder dunkle Stellen", "bright or dark places");
      case COLOUR -> new Bilingual("Farben", "colours");
      case MIXED -> new Bilingual("Mischungen", "mixtures");
      case NONE -> new Bilingual("nichts", "nothing");
    };
  }

  /** Which way the edges lie; nothing is said of fewer than two. */
  private Optional<Bilingual> directions() {
    List<Filter> edges =
        filters.live(Kind.EDGE).stream().filter(f -> f.direction().isPresent()).toList();
    if (edges.size() < 2) {
      return Optional.empty();
    }
    // the edge itself lies across the direction in which it gets brighter
    long level = edges.stream().filter(f -> away(f, HALF_TURN / 2) < NEAR).count();
    long upright = edges.stream().filter(f -> away(f, 0) < NEAR).count();
    return Optional.of(
        Bilingual.of(
            "Von den {0} Kanten liegen {1} etwa waagerecht, {2} etwa senkrecht und {3} schräg.",
            "Of the {0} edges {1} are roughly horizontal, {2} roughly vertical and {3} diagonal.",
            Numbers.whole(edges.size()),
            Numbers.whole(level),
            Numbers.whole(upright),
            Numbers.whole(edges.size() - level - upright)));
  }

  /** Degrees between a filter's direction and another, either way along it. */
  private static double away(Filter filter, double degrees) {
    double apart = Math.abs(filter.direction().orElseThrow() - degrees) % HALF_TURN;
    return Math.min(apart, HALF_TURN - apart);
  }

  /** How many test images were looked at. */
  public Bilingual images() {
    return Numbers.whole(filters.filters().get(0).images());
  }

  private Bilingual dead() {
    Bilingual images = images();
    int dead = filters.dead().size();
    if (dead == 0) {
      return Bilingual.of(
          count() == 1
              ? "Er ist nicht tot: Auf den {0} untersuchten Testbildern spricht er an."
              : "Tot ist keiner: Auf den {0} untersuchten Testbildern spricht jeder irgendwo an.",
          count() == 1
              ? "It is not dead: it responds on the {0} test images looked at."
              : "None is dead: each responds somewhere on the {0} test images looked at.",
          images);
    }
    if (dead == 1) {
      return Bilingual.of(
          "Ein Filter ist tot (Nummer {1}): Er spricht auf keinem der {0} untersuchten Testbilder an."
              + " Zum Ergebnis trägt er dort nichts bei.",
          "One filter is dead (number {1}): it responds on none of the {0} test images looked at. To"
              + " the result there it contributes nothing.",
          images,
          Numbers.plainWhole(filters.dead().get(0).number()));
    }
    return Bilingual.of(
        "{1} der {2} Filter sind tot: Sie sprechen auf keinem der {0} untersuchten Testbilder an. Zum"
            + " Ergebnis tragen sie dort nichts bei.",
        "{1} of the {2} filters are dead: they respond on none of the {0} test images looked at. To"
            + " the result there they contribute nothing.",
        images,
        Numbers.whole(dead),
        Numbers.whole(count()));
  }

  /** The ends of how often filters respond. */
  private Optional<Bilingual> choosiness() {
    Comparator<Filter> byShare = Comparator.comparingDouble(Filter::share);
    List<Filter> live = filters.live().stream().sorted(byShare).toList();
    if (live.size() < 2) {
      return live.stream()
          .findFirst()
          .map(
              only ->
                  Bilingual.of(
                      "Er spricht an {0} aller Stellen an.",
                      "It responds at {0} of all places.", Numbers.percent(only.share(), 1)));
    }
    Filter rare = live.get(0);
    Filter frequent = live.get(live.size() - 1);
    return Optional.of(
        Bilingual.of(
            "Am wählerischsten ist Filter {0}: Er spricht an {1} aller Stellen an. Am häufigsten"
                + " spricht Filter {2} an, an {3}.",
            "The choosiest is filter {0}: it responds at {1} of all places. Filter {2} responds most"
                + " often, at {3}.",
            Numbers.plainWhole(rare.number()),
            Numbers.percent(rare.share(), 1),
            Numbers.plainWhole(frequent.number()),
            Numbers.percent(frequent.share(), 1)));
  }

  /** The class that is the strongest for more filters than any other. */
  private Optional<Bilingual> strongestClass() {
    Map<Integer, Integer> counts = new TreeMap<>();
    filters
        .live()
        .forEach(f -> f.strongestClass().ifPresent(c -> counts.merge(c, 1, Integer::sum)));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Integer> first =
        counts.entrySet().stream()
            .filter(e -> e.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    if (first.size() != 1 || most < 2) {
      return Optional.empty();
    }
    return Optional.of(
        Bilingual.of(
            "{0} von {1} Filtern antworten im Mittel auf Bilder der Klasse {2} am stärksten, mehr als"
                + " bei jeder anderen Klasse. Das heißt nicht, dass sie diese Klasse erkennen: Die"
                + " mittlere Antwort hängt auch davon ab, wie viel vom Bild hell ist.",
            "{0} of {1} filters respond most strongly on average to images of the class {2}, more than"
                + " for any other class. That does not mean that they recognise this class: the mean"
                + " response also depends on how much of the image is bright.",
            Numbers.whole(most),
            Numbers.whole(filters.live().size()),
            Words.quoted(classes, first.get(0))));
  }

  private int count() {
    return filters.filters().size();
  }
}

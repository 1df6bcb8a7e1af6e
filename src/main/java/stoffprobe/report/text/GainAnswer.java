package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.ModelRun;

/** What each class gains on the diagonal from model a to model b. */
record GainAnswer(ModelRun a, ModelRun b, ClassNames classes, boolean decided) {

  /** The classes that the workshop asks about, where the data set has them. */
  private static final List<String> ASKED = List.of("Mantel", "Hemd");

  Answer answer() {
    List<Bilingual> paragraphs = new ArrayList<>();
    List<Integer> asked =
        ASKED.stream().map(classes.de()::indexOf).filter(index -> index >= 0).toList();
    asked.forEach(index -> paragraphs.add(gain(index)));
    paragraphs.add(extremes());
    paragraphs.add(total());
    paragraphs.add(meaning());
    return new Answer(question(asked), paragraphs);
  }

  private Bilingual question(List<Integer> asked) {
    return asked.isEmpty()
        ? Bilingual.of(
            "Welche Klassen gewinnen von {0} zu {1}, welche verlieren?",
            "Which classes gain from {0} to {1}, and which lose?",
            Words.model(a.name()),
            Words.model(b.name()))
        : Bilingual.of(
            "Was haben {0} von {1} zu {2} gewonnen?",
            "What have {0} gained from {1} to {2}?",
            Bilingual.list(asked.stream().map(index -> Words.quoted(classes, index)).toList()),
            Words.model(a.name()),
            Words.model(b.name()));
  }

  private Bilingual gain(int label) {
    long gain = gained(label);
    Bilingual verb =
        gain > 0
            ? new Bilingual("hat gewonnen", "has gained")
            : gain < 0
                ? new Bilingual("hat verloren", "has lost")
                : new Bilingual("ist gleich geblieben", "has stayed the same");
    return Bilingual.of(
        "{0} {1}: {2} erkennt {3} der {4} Bilder, {5} {6} ({7}).",
        "{0} {1}: {2} recognises {3} of the {4} images, {5} {6} ({7}).",
        Words.quoted(classes, label),
        verb,
        Words.model(a.name()),
        Numbers.whole(a.confusion().correct(label)),
        Numbers.whole(a.confusion().support(label)),
        Words.model(b.name()),
        Numbers.whole(b.confusion().correct(label)),
        Numbers.signed(gain));
  }

  private Bilingual extremes() {
    int most = labels().stream().max(Comparator.comparingLong(this::gained)).orElseThrow();
    int least = labels().stream().min(Comparator.comparingLong(this::gained)).orElseThrow();
    if (gained(most) == gained(least)) {
      return Bilingual.of(
          "Alle Klassen verändern sich gleich ({0}).",
          "All classes change alike ({0}).", Numbers.signed(gained(most)));
    }
    return Bilingual.of(
        gained(most) > 0
            ? "Am meisten gewinnt {0} ({1}), " + german(least)
            : "Keine Klasse gewinnt; am besten hält sich {0} ({1}), am meisten verliert {2} ({3}).",
        gained(most) > 0
            ? "{0} gains most ({1}), " + english(least)
            : "No class gains; {0} holds up best ({1}), {2} loses most ({3}).",
        Words.quoted(classes, most),
        Numbers.signed(gained(most)),
        Words.quoted(classes, least),
        Numbers.signed(gained(least)));
  }

  private String german(int least) {
    return gained(least) < 0 ? "am meisten verliert {2} ({3})." : "am wenigsten {2} ({3}).";
  }

  private String english(int least) {
    return gained(least) < 0 ? "{2} loses most ({3})." : "{2} least ({3}).";
  }

  private Bilingual total() {
    long better = labels().stream().filter(label -> gained(label) > 0).count();
    long worse = labels().stream().filter(label -> gained(label) < 0).count();
    return Bilingual.of(
        "Von {0} Klassen erkennt {1} {2} häufiger und {3} seltener als {4}; zusammen sind das {5}.",
        "Of {0} classes {1} recognises {2} more often and {3} less often than {4}; together"
            + " {5}.",
        Numbers.whole(classes.count()),
        Words.model(b.name()),
        Words.count(better),
        Words.count(worse),
        Words.model(a.name()),
        together());
  }

  private Bilingual together() {
    long total = total(b) - total(a);
    if (total == 0) {
      return new Bilingual("gleich viele Bilder", "the same number of images");
    }
    return total > 0
        ? Bilingual.of("{0} mehr", "{0} more", Words.images(total))
        : Bilingual.of("{0} weniger", "{0} fewer", Words.images(-total));
  }

  private Bilingual meaning() {
    int most = labels().stream().max(Comparator.comparingLong(this::gained)).orElseThrow();
    if (!decided) {
      return new Bilingual(
          "Der Unterschied ist so klein, dass er Zufall sein kann; über Stärken und Schwächen der"
              + " beiden Modelle sagt er nichts.",
          "The difference is so small that it may be chance; it says nothing about the strengths and"
              + " weaknesses of the two models.");
    }
    if (total(b) > total(a)) {
      return Bilingual.of(
          "Die Stärke von {0} liegt damit vor allem bei {1}; einzelne Klassen schwanken aber von Lauf"
              + " zu Lauf.",
          "So the strength of {0} lies above all in {1}; single classes, however, vary from run to"
              + " run.",
          Words.model(b.name()),
          Words.quoted(classes, most));
    }
    return Bilingual.of(
        "Insgesamt hat {0} gegenüber {1} verloren.",
        "On the whole {0} has lost against {1}.", Words.model(b.name()), Words.model(a.name()));
  }

  private static long total(ModelRun model) {
    return model.confusion().correct();
  }

  private long gained(int label) {
    return b.confusion().correct(label) - a.confusion().correct(label);
  }

  private List<Integer> labels() {
    return IntStream.range(0, classes.count()).boxed().toList();
  }
}

package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import stoffprobe.config.ClassNames;
import stoffprobe.report.facts.ModelRun;

/** What each class gains on the diagonal from model a to model b. */
record GainAnswer(ModelRun a, ModelRun b, ClassNames classes) {

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
    return Bilingual.of(
        "Die größte Veränderung nach oben hat {0} ({1}), am anderen Ende steht {2} ({3}).",
        "The largest change upwards is that of {0} ({1}); at the other end is {2} ({3}).",
        Words.quoted(classes, most),
        Numbers.signed(gained(most)),
        Words.quoted(classes, least),
        Numbers.signed(gained(least)));
  }

  private Bilingual total() {
    long better = labels().stream().filter(label -> gained(label) > 0).count();
    long worse = labels().stream().filter(label -> gained(label) < 0).count();
    return Bilingual.of(
        "Von {0} zu {1} erkennt das Netz {2} Klassen häufiger und {3} seltener; über alle Klassen"
            + " macht das {4} Bilder.",
        "From {0} to {1} the network recognises {2} classes more often and {3} less often; over all"
            + " classes that makes {4} images.",
        Words.model(a.name()),
        Words.model(b.name()),
        Words.count(better),
        Words.count(worse),
        Numbers.signed(b.confusion().correct() - a.confusion().correct()));
  }

  private Bilingual meaning() {
    long total = b.confusion().correct() - a.confusion().correct();
    int most = labels().stream().max(Comparator.comparingLong(this::gained)).orElseThrow();
    if (total > 0 && gained(most) > 0) {
      return Bilingual.of(
          "Die Stärke von {0} liegt damit vor allem bei {1}, also dort, wo dieser Gewinn am größten"
              + " ist; einzelne Klassen schwanken aber von Lauf zu Lauf.",
          "So the strength of {0} lies above all in {1}, where that gain is largest; single classes,"
              + " however, vary from run to run.",
          Words.model(b.name()),
          Words.quoted(classes, most));
    }
    return Bilingual.of(
        "Insgesamt gewinnt {0} gegenüber {1} nichts. Einzelne Klassen schwanken außerdem von Lauf zu"
            + " Lauf.",
        "On the whole {0} gains nothing over {1}. Besides, single classes vary from run to run.",
        Words.model(b.name()),
        Words.model(a.name()));
  }

  private long gained(int label) {
    return b.confusion().correct(label) - a.confusion().correct(label);
  }

  private List<Integer> labels() {
    return IntStream.range(0, classes.count()).boxed().toList();
  }
}

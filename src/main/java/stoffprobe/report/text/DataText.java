package stoffprobe.report.text;

import java.util.List;
import java.util.Locale;
import stoffprobe.report.facts.Exploration;
import stoffprobe.report.facts.Exploration.Channel;
import stoffprobe.report.facts.Exploration.ClassCount;
import stoffprobe.report.facts.Run;

/** What the data set is and how it is made up. */
public record DataText(Run run) {

  /** A class that is this much larger than another counts as a lack of balance. */
  private static final double CLEARLY_MORE = 1.5;

  /** Fractions with a larger denominator say a reader nothing. */
  private static final long LARGEST_DENOMINATOR = 20;

  /** Whether what is known of FashionMNIST may be said. */
  public boolean fashionMnist() {
    String title = run.about().title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return title.contains("fashionmnist");
  }

  /** Whether the data were a folder of pictures. */
  public boolean pictures() {
    return run.source().files().stream().anyMatch(file -> file.source().equals("picture-folder"));
  }

  /** Title and sizes. */
  public Bilingual size() {
    return Bilingual.of(
        "Der Datensatz „{0}“ besteht hier aus {1} "
            + (run.colour() ? "Farbbildern" : "Graustufenbildern")
            + " von je {2} Bildpunkten. Jedes gehört zu einer von {3} Klassen.",
        "The data set “{0}” here consists of {1} "
            + (run.colour() ? "colour" : "greyscale")
            + " images of {2} pixels each. Every one of them belongs to one of {3} classes.",
        Words.name(run.about().title()),
        Numbers.whole(train().count() + test().count()),
        Words.name(run.trainImages().height() + " × " + run.trainImages().width()),
        Numbers.whole(classes()));
  }

  /** Totals and shares of the two splits. */
  public Bilingual shares() {
    Bilingual totals =
        Bilingual.of(
            "{0} Bilder dienen dem Training ({1}\u00a0%), {2} dem Test ({3}\u00a0%).",
            "{0} images are for training ({1}%), {2} for testing ({3}%).",
            Numbers.whole(train().count()),
            Numbers.decimal(train().percent(), 1),
            Numbers.whole(test().count()),
            Numbers.decimal(test().percent(), 1));
    long divisor = divisor(train().count(), test().count());
    long parts = (train().count() + test().count()) / Math.max(1, divisor);
    if (parts > LARGEST_DENOMINATOR || test().count() == 0) {
      return totals;
    }
    long rounded = Math.round(train().percent() / 5) * 5;
    return totals.then(
        Bilingual.of(
            "Das ist rund {0} zu {1}, genau {2}/{3} und {4}/{3}.",
            "That is roughly {0} to {1}, exactly {2}/{3} and {4}/{3}.",
            Numbers.whole(rounded),
            Numbers.whole(100 - rounded),
            Numbers.whole(train().count() / divisor),
            Numbers.whole(parts),
            Numbers.whole(test().count() / divisor)));
  }

  /** Whether all classes are of a size, and what follows. */
  public Bilingual balance() {
    long least = least(exploration().trainCounts());
    long most = most(exploration().trainCounts());
    if (balanced()) {
      return Bilingual.of(
          "Jede Klasse hat gleich viele Bilder, {0} im Training und {1} im Test: Der Datensatz ist"
              + " ausgewogen (balanciert). Keine Klasse wird bevorzugt, nur weil sie häufiger"
              + " vorkommt.",
          "Every class has the same number of images, {0} for training and {1} for testing: the data"
              + " set is balanced. No class is favoured merely because it occurs more often.",
          Numbers.whole(most),
          Numbers.whole(most(exploration().testCounts())));
    }
    Bilingual range =
        Bilingual.of(
            "Die Klassen sind im Training verschieden groß: zwischen {0} und {1} Bildern.",
            "In training the classes differ in size: between {0} and {1} images.",
            Numbers.whole(least),
            Numbers.whole(most));
    return range.then(
        most < CLEARLY_MORE * least
            ? new Bilingual(
                "Der Datensatz ist damit annähernd ausgewogen.",
                "The data set is thus roughly balanced.")
            : new Bilingual(
                "Der Datensatz ist damit nicht ausgewogen. Ein Modell kann allein dadurch gut"
                    + " aussehen, dass es häufige Klassen bevorzugt; achten Sie deshalb auf den"
                    + " F1-Score, der jede Klasse gleich gewichtet.",
                "The data set is thus not balanced. A model can look good merely by favouring"
                    + " frequent classes; so mind the F1 score, which gives each class the same"
                    + " weight."));
  }

  /** Whether every class has as many images as every other, in both splits. */
  public boolean balanced() {
    return least(exploration().trainCounts()) == most(exploration().trainCounts())
        && least(exploration().testCounts()) == most(exploration().testCounts());
  }

  /** Images that occur more than once. */
  public Bilingual duplicates() {
    return Bilingual.of(
        "Doppelte Bilder, Bildpunkt für Bildpunkt gleich mit einem früheren desselben Teils: {0} im"
            + " Training, {1} im Test.",
        "Duplicates, alike pixel for pixel to an earlier image of the same part: {0} in training, {1}"
            + " in the test set.",
        Numbers.whole(train().duplicates()),
        Numbers.whole(test().duplicates()));
  }

  /** Images that the two splits share. */
  public Bilingual leakage() {
    long shared = run.preparation().leaked().orElse(exploration().shared());
    return shared == 0
        ? new Bilingual(
            "Kein Testbild kommt auch im Training vor. Das ist wichtig: Sonst würde das Modell zum"
                + " Teil auf Bildern geprüft, deren Lösung es schon kennt.",
            "No test image also occurs in training. That matters: otherwise the model would partly"
                + " be examined on images whose answer it already knows.")
        : Bilingual.of(
            "Achtung: {0} kommen in Training und Test zugleich vor. Auf ihnen wird das Modell"
                + " geprüft, obwohl es die Lösung schon kennt; die Ergebnisse fallen dadurch eher"
                + " zu gut aus.",
            "Beware: {0} occur in both training and test. There the model is examined although it"
                + " already knows the answer; so the results tend to look too good.",
            Words.images(shared));
  }

  /** The label of the first observation. */
  public Bilingual first() {
    return Bilingual.of(
        "Das erste Bild des Trainingsdatensatzes trägt das Label {0}, also {1}.",
        "The first image of the training set has the label {0}, that is {1}.",
        Numbers.whole(exploration().firstLabel()),
        Words.quoted(run.about().classes(), exploration().firstLabel()));
  }

  /** How bright the images are. */
  public Bilingual brightness() {
    return run.colour() ? colours(train().channels()) : grey();
  }

  private static Bilingual colours(List<Channel> channels) {
    Bilingual of =
        Bilingual.list(
            List.of(
                spread(new Bilingual("Rot", "red"), channels.get(0)),
                spread(new Bilingual("Grün", "green"), channels.get(1)),
                spread(new Bilingual("Blau", "blue"), channels.get(2))));
    return Bilingual.of(
        "Ein Bildpunkt besteht aus drei Zahlen von 0 bis 255: wie viel Rot, Grün und Blau er enthält;"
            + " dreimal 0 ist schwarz, dreimal 255 weiß. Im Training betragen Durchschnitt und"
            + " Standardabweichung {0}.",
        "A pixel is three numbers from 0 to 255: how much red, green and blue it has; three times 0 is"
            + " black, three times 255 is white. In training their mean and standard deviation are"
            + " {0}.",
        of);
  }

  private static Bilingual spread(Bilingual colour, Channel channel) {
    return Bilingual.of(
        "bei {0} {1} und {2}",
        "{1} and {2} for {0}",
        colour,
        Numbers.decimal(channel.mean(), 1),
        Numbers.decimal(channel.std(), 1));
  }

  private Bilingual grey() {
    return Bilingual.of(
        "Ein Bildpunkt ist eine Zahl von 0 (schwarz) bis 255 (weiß). Im Training beträgt der"
            + " Durchschnitt {0}, die Standardabweichung {1}.",
        "A pixel is a number from 0 (black) to 255 (white). In training their mean is {0}, their"
            + " standard deviation {1}.",
        Numbers.decimal(train().pixelMean(), 1),
        Numbers.decimal(train().pixelStd(), 1));
  }

  private int classes() {
    return run.about().classes().count();
  }

  private Exploration exploration() {
    return run.exploration();
  }

  private Exploration.Split train() {
    return exploration().train();
  }

  private Exploration.Split test() {
    return exploration().test();
  }

  private static long least(List<ClassCount> counts) {
    return counts.stream().mapToLong(ClassCount::count).min().orElse(0);
  }

  private static long most(List<ClassCount> counts) {
    return counts.stream().mapToLong(ClassCount::count).max().orElse(0);
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}

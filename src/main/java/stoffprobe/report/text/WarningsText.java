package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.report.facts.DataWarnings;
import stoffprobe.report.facts.DataWarnings.FewOfClass;
import stoffprobe.report.facts.DataWarnings.Imbalance;
import stoffprobe.report.facts.DataWarnings.Near;
import stoffprobe.report.facts.DataWarnings.Size;
import stoffprobe.report.facts.Run;

/** What to watch for in the data: each with its figures, and what to do about it. */
public record WarningsText(Run run) {

  /** Classes named one by one; of more, the number is told. */
  private static final int MOST_NAMED = 10;

  /** One paragraph a warning; none where nothing was found. */
  public List<Bilingual> items() {
    List<Bilingual> items = new ArrayList<>();
    if (skipped() > 0) {
      items.add(skippedFiles());
    }
    if (warnings().near().testImages() > 0) {
      items.add(near(warnings().near()));
    }
    warnings().imbalance().ifPresent(imbalance -> items.add(imbalance(imbalance)));
    if (!warnings().fewImages().classes().isEmpty()) {
      items.add(few());
    }
    warnings().brightness().ifPresent(percent -> items.add(brightness(percent)));
    if (!warnings().sizes().isEmpty()) {
      items.add(sizes());
    }
    return items;
  }

  /** What was looked for where nothing was found. */
  public Bilingual nothing() {
    return Bilingual.of(
        "Gesucht und nicht gefunden: beinahe gleiche Bilder in Training und Test, sehr verschieden"
            + " große Klassen, Klassen mit wenigen Bildern und solche, die sich schon an der"
            + " {0} oder der Bildgröße verraten.",
        "Looked for and not found: all but equal images in training and test, classes of very"
            + " different sizes, classes with few images, and those that their {0} or the"
            + " size of their pictures gives away.",
        run.colour()
            ? new Bilingual("mittleren Farbe", "mean colour")
            : new Bilingual("Helligkeit", "brightness"));
  }

  private Bilingual skippedFiles() {
    return Bilingual.of(
        "Nicht gelesene Dateien: {0}. Welche und warum, steht in 1-ingest/skipped.csv. Fehlen"
            + " dadurch Bilder einer Art, kennt das Modell sie nicht.",
        "Files not read: {0}. Which and why stands in 1-ingest/skipped.csv. If pictures of one kind"
            + " are missing that way, the model does not know them.",
        Numbers.whole(skipped()));
  }

  private Bilingual near(Near near) {
    Bilingual found =
        Bilingual.of(
            "Beinahe gleiche Bilder: {0} aus dem Test ({1}\u00a0%) und ein Bild aus dem Training"
                + " gleichen einander fast völlig (Korrelation der Bildpunkte mindestens {2}). Das"
                + " Modell könnte die Antwort dort wiedererkennen, statt sie zu finden; mehr als {1}"
                + " Prozentpunkte der Genauigkeit können daran nicht hängen. Was Sie tun können: Sehen"
                + " Sie die Paare in 2-explore/near-duplicates.csv durch. Mehrere Aufnahmen desselben"
                + " Stücks gehören gemeinsam ins Training oder gemeinsam in den Test, also in"
                + " Ordner train und test.",
            "All but equal images: {0} of the test set ({1}%) and an image of the training set look"
                + " almost the same (correlation of the pixels at least {2}). There the model could"
                + " recognise the answer instead of finding it; no more than {1} percentage points of"
                + " the accuracy can rest on that. What you can do: look through the pairs in"
                + " 2-explore/near-duplicates.csv. Several shots of one piece belong together in"
                + " training or together in the test set, that is, in folders train and test.",
            Words.images(near.testImages()),
            Numbers.decimal(near.percent(), 1),
            Numbers.decimal(near.threshold(), 2));
    return near.otherClass() == 0
        ? found
        : found.then(
            Bilingual.of(
                "Bei {0} Paaren sind die Klassen verschieden: Vermutlich ist eine der beiden"
                    + " Beschriftungen falsch.",
                "In {0} pairs the classes differ: probably one of the two labels is wrong.",
                Numbers.whole(near.otherClass())));
  }

  private Bilingual imbalance(Imbalance imbalance) {
    return Bilingual.of(
        "Unausgewogene Klassen: {0} hat im Training {1} Bilder, {2} nur {3}. Ein Modell gewinnt"
            + " dann Genauigkeit, indem es häufige Klassen bevorzugt. Was Sie tun können: Bilder der"
            + " seltenen Klassen nachholen, und beim Vergleich auf den Macro-F1-Score achten, der"
            + " jede Klasse gleich gewichtet.",
        "Unbalanced classes: {0} has {1} training images, {2} only {3}. A model then gains accuracy by"
            + " favouring frequent classes. What you can do: collect more images of the rare classes,"
            + " and mind the macro F1 score when comparing, which gives each class the same weight.",
        name(imbalance.largest()),
        Numbers.whole(imbalance.most()),
        name(imbalance.smallest()),
        Numbers.whole(imbalance.fewest()));
  }

  private Bilingual few() {
    DataWarnings.Few few = warnings().fewImages();
    List<FewOfClass> classes = few.classes();
    Bilingual named =
        classes.size() > MOST_NAMED
            ? Bilingual.of("{0} Klassen haben", "{0} classes have", Numbers.whole(classes.size()))
            : Bilingual.of(
                classes.size() == 1 ? "{0} hat" : "{0} haben",
                classes.size() == 1 ? "{0} has" : "{0} have",
                Bilingual.list(classes.stream().map(this::counted).toList()));
    return Bilingual.of(
        "Wenige Bilder: {0} weniger als {1} Bilder im Training oder weniger als {2} im Test. Aus"
            + " wenigen Beispielen lernt ein Netz wenig, und an wenigen misst man ungenau: Bei {2}"
            + " Testbildern ist der Anteil der erkannten bestenfalls auf etwa 17 Prozentpunkte"
            + " genau bekannt, wenn er in der Mitte liegt. Was Sie tun können: mehr Bilder"
            + " aufnehmen, oder Klassen zusammenlegen.",
        "Few images: {0} fewer than {1} images for training or fewer than {2} for testing. A network"
            + " learns little from few examples, and few measure imprecisely: with {2} test images the"
            + " share of those recognised is known to within about 17 percentage points if it lies in"
            + " the middle. What you can do: take more pictures, or merge classes.",
        named,
        Numbers.whole(few.trainThreshold()),
        Numbers.whole(few.testThreshold()));
  }

  private Bilingual counted(FewOfClass few) {
    return Bilingual.of(
        "{0} ({1} im Training, {2} im Test)",
        "{0} ({1} for training, {2} for testing)",
        name(few.classIndex()),
        Numbers.whole(few.train()),
        Numbers.whole(few.test()));
  }

  private Bilingual brightness(double percent) {
    if (run.colour()) {
      return Bilingual.of(
          "Verräterische Farbe: Schon die mittlere Farbe eines Bildes nennt bei {0}\u00a0% der"
              + " Testbilder die richtige Klasse. Gehört die Farbe zur Sache, ist das gut; kommt sie vom"
              + " Licht oder vom Hintergrund, lernt das Modell womöglich nur diese. Was Sie tun"
              + " können: alle Klassen unter gleichem Licht und vor gleichem Hintergrund aufnehmen.",
          "Telling colour: the mean colour of an image alone names the right class of {0}% of the test"
              + " images. That is fine where the colour belongs to the thing; if it comes from the light"
              + " or the background, the model may learn no more than that. What you can do: photograph"
              + " all classes under the same light and before the same background.",
          Numbers.decimal(percent, 1));
    }
    return Bilingual.of(
        "Verräterische Helligkeit: Schon die mittlere Helligkeit eines Bildes nennt bei {0}\u00a0% der"
            + " Testbilder die richtige Klasse. Das Modell lernt dann womöglich das Licht statt der"
            + " Sache. Was Sie tun können: alle Klassen unter gleichem Licht und vor gleichem"
            + " Hintergrund aufnehmen.",
        "Telling brightness: the mean brightness of an image alone names the right class of {0}% of"
            + " the test images. The model may then learn the light instead of the thing. What you can"
            + " do: photograph all classes under the same light and before the same background.",
        Numbers.decimal(percent, 1));
  }

  private Bilingual sizes() {
    List<Bilingual> classes =
        warnings().sizes().stream().limit(MOST_NAMED).map(this::sized).toList();
    return Bilingual.of(
        "Verräterische Bildgröße: Fast alle Bilder von {0} haben dieselbe Größe, die sonst selten"
            + " ist. Sie stammen wohl aus einer anderen Quelle, und das Modell lernt womöglich diese"
            + " statt der Sache. Was Sie tun können: Bilder aller Klassen aus denselben Quellen"
            + " nehmen.",
        "Telling size: almost all pictures of {0} have one size, which is rare elsewhere. They"
            + " probably come from another source, and the model may learn that instead of the thing."
            + " What you can do: take pictures of all classes from the same sources.",
        Bilingual.list(classes));
  }

  private Bilingual sized(Size size) {
    return Bilingual.of(
        "{0} ({1}, {2}\u00a0% gegen {3}\u00a0%)",
        "{0} ({1}, {2}% against {3}%)",
        name(size.classIndex()),
        Words.name(size.size().replace("x", "×")),
        Numbers.decimal(size.percent(), 1),
        Numbers.decimal(size.percentElsewhere(), 1));
  }

  private Bilingual name(int classIndex) {
    return Words.quoted(run.about().classes(), classIndex);
  }

  private DataWarnings warnings() {
    return run.exploration().warnings();
  }

  private long skipped() {
    return run.source().files().stream().mapToLong(file -> file.skipped()).sum();
  }
}

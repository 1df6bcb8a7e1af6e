package stoffprobe.report.text;

import java.util.List;
import stoffprobe.data.Images;
import stoffprobe.report.facts.Preparation;
import stoffprobe.report.facts.Run;

/** Normalisation and batches, with numbers of this data set. */
public record PreprocessText(Run run) {

  /** What a grey value becomes. */
  public record Example(Bilingual pixel, Bilingual calculation, Bilingual result) {}

  /** Black, a grey value of the first training image, and white. */
  public List<Example> examples() {
    return List.of(example(0), example(grey()), example((int) preparation().scale()));
  }

  /** The range that all pixels lie in afterwards. */
  public Bilingual range() {
    return Bilingual.of(
        "Aus dem Bereich von 0 bis {0} wird so der Bereich von {1} bis {2}.",
        "The range from 0 to {0} thus becomes the range from {1} to {2}.",
        Numbers.plain(preparation().scale()),
        Numbers.plain(Math.round(normalised(0) * 1000) / 1000.0),
        Numbers.plain(Math.round(normalised(preparation().scale()) * 1000) / 1000.0));
  }

  /** The formula with this run's values. */
  public Bilingual formula() {
    return Bilingual.of(
        "(x / {0} − {1}) / {2}",
        "(x / {0} − {1}) / {2}",
        Numbers.plain(preparation().scale()),
        Numbers.plain(preparation().mean()),
        Numbers.plain(preparation().std()));
  }

  /** How many images a step sees, and how many steps an epoch has. */
  public Bilingual batches() {
    List<Integer> sizes =
        run.about().models().stream().map(model -> model.training().batch()).distinct().toList();
    Bilingual shown = Bilingual.list(sizes.stream().map(Numbers::whole).toList());
    Bilingual batch =
        Bilingual.of(
            "Das Modell sieht die Trainingsbilder nicht einzeln und nicht alle auf einmal, sondern"
                + " in Päckchen (Batches) von {0}.",
            "The model sees the training images neither one by one nor all at once but in batches"
                + " of {0}.",
            shown);
    if (sizes.size() > 1 || run.about().heldOut()) {
      return batch;
    }
    long images = run.exploration().train().count();
    long size = sizes.get(0);
    long last = images % size;
    Bilingual steps =
        Bilingual.of(
            "Aus {0} Bildern werden {1} Batches",
            "{0} images make {1} batches",
            Numbers.whole(images),
            Numbers.whole((images + size - 1) / size));
    Bilingual end =
        last == 0
            ? Bilingual.same(".")
            : Bilingual.of(
                "; der letzte hat {0} Bilder.",
                "; the last one has {0} images.", Numbers.whole(last));
    return batch.then(new Bilingual(steps.de() + end.de(), steps.en() + end.en()));
  }

  /** What is held out of training, if anything. */
  public Bilingual heldOut() {
    return run.about().heldOut()
        ? Bilingual.of(
            "{0} der Trainingsbilder werden zurückgehalten, zufällig, aber aus jeder Klasse gleich"
                + " anteilig. An ihnen wird nach jeder Epoche gemessen; der Testdatensatz dient"
                + " nur der Prüfung vor und nach dem Training.",
            "{0} of the training images are held out, at random but the same share of every class."
                + " They are what is measured after every epoch; the test set serves only"
                + " for the examination before and after training.",
            Numbers.shortPercent(run.about().preprocess().validation()))
        : new Bilingual(
            "Alle Trainingsbilder gehen in das Training; zurückgehalten wird keines.",
            "All training images go into training; none is held out.");
  }

  private Example example(int pixel) {
    Preparation p = preparation();
    Bilingual calculation =
        Bilingual.of(
            "({0} / {1} − {2}) / {3}",
            "({0} / {1} − {2}) / {3}",
            Numbers.whole(pixel),
            Numbers.plain(p.scale()),
            Numbers.plain(p.mean()),
            Numbers.plain(p.std()));
    return new Example(Numbers.whole(pixel), calculation, Numbers.decimal(normalised(pixel), 3));
  }

  /** The first value of the first image that is neither nearly black nor nearly white. */
  private int grey() {
    Images images = run.trainImages();
    for (byte value : images.copy(0)) {
      int pixel = Byte.toUnsignedInt(value);
      if (pixel >= 64 && pixel < 192) {
        return pixel;
      }
    }
    return 128;
  }

  private double normalised(double pixel) {
    return (pixel / preparation().scale() - preparation().mean()) / preparation().std();
  }

  private Preparation preparation() {
    return run.preparation();
  }
}

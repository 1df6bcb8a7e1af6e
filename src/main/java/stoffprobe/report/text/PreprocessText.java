package stoffprobe.report.text;

import java.util.List;
import java.util.stream.IntStream;
import stoffprobe.report.facts.Preparation;
import stoffprobe.report.facts.Run;

/** Normalisation and batches, with numbers of this data set. */
public record PreprocessText(Run run) {

  /** What a grey value becomes. */
  public record Example(Bilingual pixel, Bilingual calculation, Bilingual result) {}

  /**
   * The least value, one of the first training image, and the largest; of red, if colours are not
   * treated alike.
   */
  public List<Example> examples() {
    return List.of(example(0), example(medium()), example((int) preparation().scale()));
  }

  /** The range that all pixels lie in afterwards. */
  public Bilingual range() {
    Preparation p = preparation();
    double least = channels().mapToDouble(channel -> p.normalised(0, channel)).min().orElseThrow();
    double most =
        channels().mapToDouble(channel -> p.normalised(p.scale(), channel)).max().orElseThrow();
    return Bilingual.of(
        "Aus dem Bereich von 0 bis {0} wird so der Bereich von {1} bis {2}.",
        "The range from 0 to {0} thus becomes the range from {1} to {2}.",
        Numbers.plain(p.scale()),
        Numbers.plain(Math.round(least * 1000) / 1000.0),
        Numbers.plain(Math.round(most * 1000) / 1000.0));
  }

  /** The formula with this run's values; one a colour, if they are not treated alike. */
  public Bilingual formula() {
    return preparation().single()
        ? formula(0)
        : Bilingual.of(
            "{0} (Rot); {1} (Grün); {2} (Blau)",
            "{0} (red); {1} (green); {2} (blue)", formula(0), formula(1), formula(2));
  }

  private Bilingual formula(int channel) {
    return calculation(Bilingual.same("x"), channel);
  }

  private Bilingual calculation(Bilingual value, int channel) {
    return Bilingual.of(
        "({0} / {1} − {2}) / {3}",
        "({0} / {1} − {2}) / {3}",
        value,
        Numbers.plain(preparation().scale()),
        Numbers.plain(preparation().mean().of(channel)),
        Numbers.plain(preparation().std().of(channel)));
  }

  private IntStream channels() {
    return IntStream.range(0, preparation().single() ? 1 : run.imageShape().channels());
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
    Bilingual value = Numbers.whole(pixel);
    return new Example(
        preparation().single() ? value : Bilingual.of("{0} (Rot)", "{0} (red)", value),
        calculation(value, 0),
        Numbers.decimal(preparation().normalised(pixel, 0), 3));
  }

  /** The first value of the first image, in colour of its red, that is no extreme. */
  private int medium() {
    byte[] values = run.trainImages().copy(0);
    for (int i = 0; i < values.length; i += run.trainImages().channels()) {
      int pixel = Byte.toUnsignedInt(values[i]);
      if (pixel >= 64 && pixel < 192) {
        return pixel;
      }
    }
    return 128;
  }

  private Preparation preparation() {
    return run.preparation();
  }
}

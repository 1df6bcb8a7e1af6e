package stoffprobe.report.text;

import java.util.List;
import java.util.stream.Stream;
import stoffprobe.config.Architecture;
import stoffprobe.config.Layer;
import stoffprobe.config.TrainingSettings;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** One model before and in its training. */
public record ModelText(Run run, ModelRun model) {

  /** An accuracy grown by less than this factor is no leap. */
  private static final double MUCH_BETTER = 2;

  /** What kind of network the layers make. */
  public enum Family {
    CONVOLUTIONAL,
    FULLY_CONNECTED;

    /** The kind in words. */
    public Bilingual words() {
      return switch (this) {
        case CONVOLUTIONAL ->
            new Bilingual("ein faltendes neuronales Netz (CNN)", "a convolutional network (CNN)");
        case FULLY_CONNECTED ->
            new Bilingual(
                "ein voll verbundenes neuronales Netz (MLP)", "a fully connected network (MLP)");
      };
    }
  }

  public Family family() {
    boolean convolves = model.settings().layers().stream().anyMatch(ModelText::convolves);
    return convolves ? Family.CONVOLUTIONAL : Family.FULLY_CONNECTED;
  }

  private static boolean convolves(Layer layer) {
    return layer instanceof Layer.Conv2d
        || (layer instanceof Layer.Residual block
            && Stream.of(block.layers(), block.shortcut())
                .flatMap(List::stream)
                .anyMatch(ModelText::convolves));
  }

  /** What the model is, in one sentence. */
  public Bilingual summary() {
    return Bilingual.of(
        "Das Modell {0} ist {1} mit {2} Parametern, das sind die Zahlen, die das Training einstellt.",
        "The model {0} is {1} with {2} parameters, the numbers that training adjusts.",
        Words.model(model.name()),
        family().words(),
        Numbers.whole(model.metrics().parameters()));
  }

  /** What the settings of the training were. */
  public Bilingual settings() {
    TrainingSettings training = model.settings().training();
    Bilingual basics =
        Bilingual.of(
            "Trainiert wurde über {0} Epochen in Batches von {1}, mit dem Verfahren {2} und der Lernrate"
                + " {3}. Das dauerte {4} ({5} Bilder je Sekunde, {6}).",
            "It was trained for {0} epochs in batches of {1} by {2} with a learning rate of {3}. That"
                + " took {4} ({5} images per second, {6}).",
            Numbers.whole(model.training().epochs()),
            Numbers.whole(training.batch()),
            Words.name(optimizer(training)),
            Numbers.plain(training.learningRate()),
            Times.duration(model.training().trainSeconds()),
            Numbers.whole(Math.round(model.training().examplesPerSecond())),
            RunText.device(model));
    return new MoreTrainingText(model).sentences().stream().reduce(basics, Bilingual::then);
  }

  /** What the model knows before it has learnt anything. */
  public Bilingual untrained() {
    int classes = run.about().classes().count();
    Bilingual guess =
        Bilingual.of(
            "Vor dem Training erkennt {0} {1} der Testbilder.",
            "Before training {0} recognises {1} of the test images.",
            Words.model(model.name()),
            Numbers.percent(model.metrics().untrainedAccuracy(), 1));
    return new DataText(run).balanced()
        ? guess.then(
            Bilingual.of(
                "Das ist kein Können: Bei {0} gleich großen Klassen trifft schon blindes Raten rund"
                    + " {1}. Die Parameter beginnen mit Zufallszahlen, deshalb weicht der Wert davon"
                    + " mal nach oben, mal nach unten ab.",
                "That is no skill: with {0} classes of equal size, blind guessing alone hits about {1}."
                    + " The parameters start as random numbers, so the value strays from it, up or"
                    + " down.",
                Numbers.whole(classes),
                Numbers.shortPercent(1.0 / classes)))
        : guess.then(
            Bilingual.of(
                "Das ist kein Können: Die Parameter beginnen mit Zufallszahlen. Bei {0} Klassen"
                    + " träfe reines Raten im Mittel {1}; wer immer dieselbe häufige Klasse nennt,"
                    + " trifft öfter.",
                "That is no skill: the parameters start as random numbers. With {0} classes pure"
                    + " guessing would hit {1} on average; naming the same frequent class every time"
                    + " hits more often.",
                Numbers.whole(classes),
                Numbers.shortPercent(1.0 / classes)));
  }

  /** What one epoch changes. */
  public Bilingual firstEpoch() {
    double before = model.history().untrained().accuracy();
    double after = model.history().first().accuracy();
    Bilingual share =
        run.about().heldOut()
            ? Bilingual.of(
                "{0} der zurückgehaltenen Bilder",
                "{0} of the held-out images", Numbers.percent(after, 1))
            : Numbers.percent(after, 1);
    if (after <= before) {
      return Bilingual.of(
          "Nach der ersten Epoche sind es {0}: Das Netz hat darin noch nichts Nützliches gelernt.",
          "After the first epoch it is {0}: the network has not learnt anything useful in it.",
          share);
    }
    return after > MUCH_BETTER * before
        ? Bilingual.of(
            "Schon nach der ersten Epoche sind es {0}.",
            "After just one epoch it is already {0}.", share)
        : Bilingual.of(
            "Nach der ersten Epoche sind es {0}, nicht viel mehr als vor dem Training.",
            "After the first epoch it is {0}, not much more than before training.", share);
  }

  /** The model's results at the end. */
  public Bilingual result() {
    return Bilingual.of(
        "Am Ende ordnet {0} {1} der Testbilder richtig ein (95-%-Konfidenzintervall: {2}). Der"
            + " Makro-F1-Score beträgt {3}.",
        "In the end {0} gets {1} of the test images right (95% confidence interval: {2}). The macro"
            + " F1 score is {3}.",
        Words.model(model.name()),
        Numbers.percent(model.metrics().accuracy(), 1),
        Numbers.percentRange(model.metrics().accuracyInterval()),
        Numbers.decimal(model.metrics().macroF1(), 3));
  }

  /** Why the batch means are not the values over the whole test set. */
  public Bilingual batchMeans() {
    return Bilingual.of(
        "Bei {0} ergibt der Mittelwert über die Batches einen F1-Score von {1}, die Rechnung über den"
            + " ganzen Testdatensatz {2}.",
        "For {0} the mean over the batches gives an F1 score of {1}, the whole test set at once {2}.",
        Words.model(model.name()),
        Numbers.decimal(model.metrics().macroF1BatchMean(), 3),
        Numbers.decimal(model.metrics().macroF1(), 3));
  }

  /** The rows of the table of layers. */
  public List<LayerTable.Row> layers() {
    return LayerTable.rows(Architecture.of(run.imageShape(), model.settings().layers()));
  }

  private static String optimizer(TrainingSettings training) {
    return switch (training.optimizer()) {
      case ADAM -> "Adam";
      case ADAMW -> "AdamW";
      case SGD -> "SGD";
    };
  }
}

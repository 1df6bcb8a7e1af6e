package stoffprobe.report.text;

import java.util.List;
import stoffprobe.config.Layer;
import stoffprobe.report.facts.Epoch;
import stoffprobe.report.facts.History;
import stoffprobe.report.facts.ModelRun;

/** What a model's curves show, each statement checked against the history. */
public record CurveText(ModelRun model) {

  /** One statement a panel or trait of the curves. */
  public List<Bilingual> statements() {
    return history().trained().size() == 1
        ? List.of(onlyEpoch())
        : List.of(trainLoss(), testLoss(), gap(), scores(), agreement());
  }

  private Bilingual onlyEpoch() {
    return Bilingual.of(
        "Trainiert wurde nur eine Epoche; danach beträgt der Trainings-Loss {0}, der Test-Loss {1}."
            + " Ein Verlauf lässt sich daran nicht ablesen.",
        "There was one epoch only; after it the training loss is {0}, the test loss {1}. No course"
            + " can be read from that.",
        loss(history().lastTrainLoss()),
        loss(history().last().testLoss()));
  }

  private Bilingual trainLoss() {
    double first = history().first().trainLoss().orElse(Double.NaN);
    double last = history().lastTrainLoss();
    int rises = history().trainLossRises();
    if (rises == 0) {
      return Bilingual.of(
          "Der Trainings-Loss sinkt stetig, von {0} auf {1}: Das Netz lernt die Trainingsbilder mit"
              + " jeder Epoche besser.",
          "The training loss falls steadily, from {0} to {1}: with every epoch the network learns"
              + " the training images better.",
          loss(first),
          loss(last));
    }
    return last < first
        ? Bilingual.of(
            "Der Trainings-Loss sinkt von {0} auf {1}, aber nicht stetig: {2} liegt er höher als in"
                + " der Epoche davor.",
            "The training loss falls from {0} to {1}, but not steadily: {2} it is higher than in the"
                + " epoch before.",
            loss(first),
            loss(last),
            Words.times(rises))
        : Bilingual.of(
            "Der Trainings-Loss sinkt nicht, sondern geht von {0} auf {1}: Dieses Netz hat die"
                + " Trainingsbilder nicht gelernt.",
            "The training loss does not fall but goes from {0} to {1}: this network has not learnt"
                + " the training images.",
            loss(first),
            loss(last));
  }

  private Bilingual testLoss() {
    Epoch lowest = history().lowestTestLoss();
    Epoch last = history().last();
    Bilingual course =
        lowest.number() == last.number()
            ? Bilingual.of(
                "Der Test-Loss ist in der letzten Epoche am niedrigsten ({0}); weiteres Training"
                    + " könnte sich noch lohnen.",
                "The test loss is lowest in the last epoch ({0}); further training might still pay.",
                loss(last.testLoss()))
            : Bilingual.of(
                "Der Test-Loss sinkt nur bis zu einem gewissen Punkt: Am niedrigsten ist er in"
                    + " Epoche {0} ({1}), am Ende liegt er bei {2}.",
                "The test loss falls only up to a point: it is lowest in epoch {0} ({1}) and ends at"
                    + " {2}.",
                Numbers.whole(lowest.number()),
                loss(lowest.testLoss()),
                loss(last.testLoss()));
    int rises = history().testLossRises();
    return rises > history().trainLossRises()
        ? course.then(
            Bilingual.of(
                "Er schwankt stärker als der Trainings-Loss: {0} liegt er höher als in der Epoche"
                    + " davor.",
                "It is more volatile than the training loss: {0} it is higher than in the epoch"
                    + " before.",
                Words.times(rises)))
        : course;
  }

  private Bilingual gap() {
    double gap = history().last().testLoss() - history().lastTrainLoss();
    if (gap > 0) {
      return Bilingual.of(
          "Am Ende liegt der Test-Loss um {0} über dem Trainings-Loss: Auf Bildern, die es kennt, ist"
              + " das Netz besser als auf neuen. {1}",
          "In the end the test loss is {0} above the training loss: on images that it knows the"
              + " network is better than on new ones. {1}",
          loss(gap),
          overfitting());
    }
    return Bilingual.of(
        "Am Ende liegt der Test-Loss nicht über dem Trainings-Loss ({0} gegenüber {1}); auswendig"
            + " gelernt hat das Netz also nicht. {2}",
        "In the end the test loss is not above the training loss ({0} against {1}); so the network"
            + " has not learnt by heart. {2}",
        loss(history().last().testLoss()),
        loss(history().lastTrainLoss()),
        dropout()
            ? new Bilingual(
                "Der Trainings-Loss fällt zudem höher aus, weil Dropout nur im Training wirkt und er"
                    + " gemessen wird, während das Netz noch lernt.",
                "Besides, the training loss is on the high side, since dropout acts in training only"
                    + " and it is measured while the network is still learning.")
            : new Bilingual(
                "Der Trainings-Loss wird zudem gemessen, während das Netz noch lernt.",
                "Besides, the training loss is measured while the network is still learning."));
  }

  private Bilingual overfitting() {
    boolean turned = history().lowestTestLoss().number() < history().last().number();
    return turned
        ? new Bilingual(
            "Dass er zuletzt über seinem Tiefstand liegt, deutet auf Überanpassung (Overfitting).",
            "That it ends above its lowest point hints at overfitting.")
        : new Bilingual(
            "Solange er noch sinkt, ist das kein Grund zur Sorge.",
            "As long as it still falls, that is no cause for concern.");
  }

  private Bilingual scores() {
    Epoch last = history().last();
    Bilingual apart =
        Numbers.points(
            history().trained().stream()
                .mapToDouble(
                    epoch -> Math.abs(epoch.accuracyBatchMean() - epoch.macroF1BatchMean()))
                .max()
                .orElse(0));
    return Bilingual.of(
        "Genauigkeit und F1-Score verlaufen ähnlich, aber nicht gleich: Sie liegen nie mehr als {0}"
            + " Prozentpunkte auseinander und enden bei {1} und {2}.",
        "Accuracy and F1 score run alike but not the same: they are never more than {0} percentage"
            + " points apart and end at {1} and {2}.",
        apart,
        Numbers.decimal(last.accuracyBatchMean(), 3),
        Numbers.decimal(last.macroF1BatchMean(), 3));
  }

  private Bilingual agreement() {
    int lowest = history().lowestTestLoss().number();
    int highest = history().highestAccuracy().number();
    return lowest == highest
        ? Bilingual.of(
            "Der niedrigste Test-Loss und die höchste Genauigkeit fallen in dieselbe Epoche ({0}).",
            "The lowest test loss and the highest accuracy fall into the same epoch ({0}).",
            Numbers.whole(lowest))
        : Bilingual.of(
            "Der niedrigste Test-Loss (Epoche {0}) und die höchste Genauigkeit (Epoche {1}) fallen"
                + " nicht zusammen: Der Loss bewertet auch, wie sicher sich das Netz war, die"
                + " Genauigkeit nur, ob es richtig lag.",
            "The lowest test loss (epoch {0}) and the highest accuracy (epoch {1}) do not coincide:"
                + " the loss also judges how sure the network was, accuracy only whether it was"
                + " right.",
            Numbers.whole(lowest),
            Numbers.whole(highest));
  }

  private boolean dropout() {
    return model.settings().layers().stream().anyMatch(Layer.Dropout.class::isInstance);
  }

  private History history() {
    return model.history();
  }

  private static Bilingual loss(double value) {
    return Numbers.decimal(value, 3);
  }
}

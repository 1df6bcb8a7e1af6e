package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.report.facts.Epoch;
import stoffprobe.report.facts.History;
import stoffprobe.report.facts.ModelRun;

/** What a model's curves show, each statement checked against the history. */
public record CurveText(ModelRun model, boolean heldOut) {

  /** Losses closer than this share of each other are called nearly the same. */
  static final double NEARLY_SAME = 0.02;

  /** A loss above this share of ln k, that of blind guessing among k classes, is no learning. */
  private static final double GUESSING = 0.9;

  /** Scores further apart than this are not called alike. */
  private static final double ALIKE = 0.05;

  /** One statement a panel or trait of the curves. */
  public List<Bilingual> statements() {
    if (history().trained().size() == 1) {
      return List.of(onlyEpoch());
    }
    List<Bilingual> statements = new ArrayList<>(List.of(trainLoss(), testLoss()));
    history().turn().ifPresent(turn -> statements.add(new TurnText(turn, heldOut).statement()));
    statements.add(new LossGapText(model, heldOut).statement());
    statements.add(scores());
    statements.add(agreement());
    return statements;
  }

  private Bilingual onlyEpoch() {
    return Bilingual.of(
        "Trainiert wurde nur eine Epoche; danach beträgt der Trainings-Loss {0}, der {2} {1}."
            + " Ein Verlauf lässt sich daran nicht ablesen.",
        "Training lasted one epoch only; after it the training loss is {0}, the {2} {1}. A single"
            + " point shows no trend.",
        loss(history().lastTrainLoss()),
        loss(history().last().testLoss()),
        watched());
  }

  private Bilingual trainLoss() {
    double first = history().first().trainLoss().orElse(Double.NaN);
    double last = history().lastTrainLoss();
    int rises = history().trainLossRises();
    if (Math.abs(first - last) < NEARLY_SAME * first) {
      return Bilingual.of(
              "Der Trainings-Loss ändert sich kaum ({0} in der ersten, {1} in der letzten Epoche):",
              "The training loss hardly changes ({0} in the first epoch, {1} in the last):",
              loss(first),
              loss(last))
          .then(
              last > GUESSING * Math.log(model.confusion().classes())
                  ? new Bilingual(
                      "Dieses Netz hat aus den Trainingsbildern fast nichts gelernt.",
                      "this network has learnt almost nothing from the training images.")
                  : new Bilingual(
                      "Was dieses Netz lernt, lernt es schon in der ersten Epoche.",
                      "what this network learns, it learns in the first epoch."));
    }
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
            "Der Trainings-Loss steigt von {0} auf {1}: Dieses Netz hat die Trainingsbilder nicht"
                + " gelernt.",
            "The training loss rises from {0} to {1}: this network has not learnt the training"
                + " images.",
            loss(first),
            loss(last));
  }

  private Bilingual testLoss() {
    Epoch lowest = history().lowestTestLoss();
    Epoch last = history().last();
    Bilingual course =
        lowest.number() == last.number()
            ? Bilingual.of(
                "Der {1} ist in der letzten Epoche am niedrigsten ({0}); weiteres Training könnte"
                    + " sich noch lohnen.",
                "The {1} is lowest in the last epoch ({0}); further training might still pay off.",
                loss(last.testLoss()),
                watched())
            : Bilingual.of(
                "Der {3} sinkt nur bis zu einem gewissen Punkt: Am niedrigsten ist er in Epoche {0}"
                    + " ({1}), am Ende liegt er bei {2}.",
                "The {3} falls only up to a point: it is lowest in epoch {0} ({1}) and ends at {2}.",
                Numbers.whole(lowest.number()),
                loss(lowest.testLoss()),
                loss(last.testLoss()),
                watched());
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

  private Bilingual scores() {
    Epoch last = history().last();
    double apart =
        history().trained().stream()
            .mapToDouble(epoch -> Math.abs(epoch.accuracyBatchMean() - epoch.macroF1BatchMean()))
            .max()
            .orElse(0);
    return Bilingual.of(
        apart <= ALIKE
            ? "Genauigkeit und F1-Score verlaufen ähnlich, aber nicht gleich: Sie liegen nie mehr als"
                + " {0} Prozentpunkte auseinander und enden bei {1} und {2}."
            : "Genauigkeit und F1-Score gehen auseinander, um bis zu {0} Prozentpunkte, und"
                + " enden bei {1} und {2}.",
        apart <= ALIKE
            ? "Accuracy and F1 score run alike but not the same: they are never more than {0}"
                + " percentage points apart and end at {1} and {2}."
            : "Accuracy and F1 score differ by up to {0} percentage points and end at {1} and"
                + " {2}.",
        Numbers.points(apart),
        Numbers.decimal(last.accuracyBatchMean(), 3),
        Numbers.decimal(last.macroF1BatchMean(), 3));
  }

  private Bilingual agreement() {
    int lowest = history().lowestTestLoss().number();
    int highest = history().highestAccuracy().number();
    return lowest == highest
        ? Bilingual.of(
            "Der niedrigste {1} und die höchste Genauigkeit fallen in dieselbe Epoche ({0}).",
            "The lowest {1} and the highest accuracy fall into the same epoch ({0}).",
            Numbers.whole(lowest),
            watched())
        : Bilingual.of(
            "Der niedrigste {2} (Epoche {0}) und die höchste Genauigkeit (Epoche {1}) fallen"
                + " nicht zusammen: Der Loss bewertet auch, wie sicher sich das Netz war, die"
                + " Genauigkeit nur, ob es richtig lag.",
            "The lowest {2} (epoch {0}) and the highest accuracy (epoch {1}) do not coincide:"
                + " the loss also judges how sure the network was, accuracy only whether it was"
                + " right.",
            Numbers.whole(lowest),
            Numbers.whole(highest),
            watched());
  }

  private Bilingual watched() {
    return new Watched(heldOut).loss();
  }

  private History history() {
    return model.history();
  }

  private static Bilingual loss(double value) {
    return Numbers.decimal(value, 3);
  }
}

package stoffprobe.report.text;

import stoffprobe.config.Layer;
import stoffprobe.report.facts.History;
import stoffprobe.report.facts.ModelRun;

/** What the distance of the two losses at the end says. */
record LossGapText(ModelRun model, boolean heldOut) {

  Bilingual statement() {
    double test = history().last().testLoss();
    double gap = test - history().lastTrainLoss();
    if (Math.abs(gap) < CurveText.NEARLY_SAME * test) {
      return Bilingual.of(
          "Am Ende liegen Trainings-Loss ({0}) und {2} ({1}) fast gleichauf; von Überanpassung"
              + " (Overfitting) ist nichts zu sehen.",
          "In the end training loss ({0}) and {2} ({1}) are nearly level; there is no sign of"
              + " overfitting.",
          loss(history().lastTrainLoss()),
          loss(test),
          watched());
    }
    if (gap > 0) {
      Bilingual above =
          Bilingual.of(
              "Am Ende liegt der {1} um {0} über dem Trainings-Loss: Auf Bildern, die es kennt, ist"
                  + " das Netz besser als auf neuen.",
              "In the end the {1} is {0} above the training loss: the network does better on images"
                  + " that it knows than on new ones.",
              loss(gap),
              watched());
      return history().turn().isPresent()
          ? above
          : above.then(
              Bilingual.of(
                  "Solange der {0} noch sinkt, ist das kein Grund zur Sorge.",
                  "As long as the {0} still falls, that is no cause for concern.", watched()));
    }
    return Bilingual.of(
        "Am Ende liegt der {3} nicht über dem Trainings-Loss ({0} gegenüber {1}); auswendig"
            + " gelernt hat das Netz also nicht. {2}",
        "In the end the {3} is not above the training loss ({0} against {1}); so the network has not"
            + " learnt by heart. {2}",
        loss(test),
        loss(history().lastTrainLoss()),
        dropout()
            ? new Bilingual(
                "Der Trainings-Loss fällt zudem höher aus, weil Dropout nur im Training wirkt und er"
                    + " gemessen wird, während das Netz noch lernt.",
                "Besides, the training loss is on the high side, since dropout acts in training only"
                    + " and it is measured while the network is still learning.")
            : new Bilingual(
                "Der Trainings-Loss wird zudem gemessen, während das Netz noch lernt.",
                "Besides, the training loss is measured while the network is still learning."),
        watched());
  }

  private boolean dropout() {
    return model.settings().layers().stream().anyMatch(Layer.Dropout.class::isInstance);
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

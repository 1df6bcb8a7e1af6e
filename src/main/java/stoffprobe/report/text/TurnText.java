package stoffprobe.report.text;

import stoffprobe.report.facts.Turn;

/** What followed the epoch with the lowest loss on new images: overfitting, or mere noise. */
record TurnText(Turn turn, boolean heldOut) {

  Bilingual statement() {
    Bilingual course =
        Bilingual.of(
            turn.epochs() == 1
                ? "Seit Epoche {0} ist der {1} um {2} gestiegen ({3}), während der Trainings-Loss {4}."
                : "In den {5} Epochen seit Epoche {0} ist der {1} um {2} gestiegen ({3}), während der"
                    + " Trainings-Loss {4}.",
            turn.epochs() == 1
                ? "Since epoch {0} the {1} has risen by {2} ({3}), while the training loss {4}."
                : "In the {5} epochs since epoch {0} the {1} has risen by {2} ({3}), while the"
                    + " training loss {4}.",
            Numbers.whole(turn.lowest().number()),
            new Watched(heldOut).loss(),
            Numbers.decimal(turn.rise(), 3),
            Numbers.percent(turn.rise() / turn.lowest().testLoss(), 0),
            training(),
            Numbers.whole(turn.epochs()));
    return course.then(judgement());
  }

  private Bilingual training() {
    return Bilingual.of(
        turn.sign() == Turn.Sign.NONE
            ? "nicht gesunken ist ({0}, zuletzt {1})"
            : "weiter gesunken ist, von {0} auf {1}",
        turn.sign() == Turn.Sign.NONE
            ? "has not fallen ({0}, {1} at the end)"
            : "has gone on falling, from {0} to {1}",
        Numbers.decimal(turn.lowest().trainLoss().orElse(Double.NaN), 3),
        Numbers.decimal(turn.last().trainLoss().orElse(Double.NaN), 3));
  }

  private Bilingual judgement() {
    return switch (turn.sign()) {
      case NONE ->
          new Bilingual(
              "Für Überanpassung (Overfitting) spricht das nicht, eher für ein Training, das"
                  + " schwankt.",
              "That does not speak for overfitting, rather for a training that fluctuates.");
      case ONE_EPOCH ->
          new Bilingual(
              "Ob sein Anstieg in der letzten Epoche eine Schwankung ist oder der Beginn einer"
                  + " Überanpassung (Overfitting), lässt sich daran noch nicht ablesen.",
              "Whether its rise in the last epoch is a fluctuation or the beginning of overfitting"
                  + " cannot be told yet.");
      case WITHIN_NOISE ->
          Bilingual.of(
              "So weit ({0}) lag er aber auch davor schon einmal über seinem bis dahin niedrigsten"
                  + " Wert und sank danach doch wieder: Das kann eine Schwankung sein, auch wenn es"
                  + " zu einer Überanpassung (Overfitting) passt.",
              "But before that, too, it had once been as far ({0}) above its lowest value so far, and"
                  + " then fell again: this may be a fluctuation, though it would fit overfitting.",
              Numbers.decimal(turn.setback(), 3));
      case CLEAR ->
          new Bilingual(
              "Dass er seinen Tiefstand seither nicht mehr erreicht und der Abstand wächst, deutet"
                  + " auf Überanpassung (Overfitting) hin: Was das Netz seither lernt, hilft ihm nur"
                  + " noch bei den Trainingsbildern.",
              "That it has not come back to its lowest point since, and that the distance grows, hints"
                  + " at overfitting: what the network has learnt since helps it with the training"
                  + " images only.");
    };
  }
}

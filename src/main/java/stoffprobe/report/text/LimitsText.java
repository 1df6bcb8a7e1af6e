package stoffprobe.report.text;

import java.util.List;
import stoffprobe.report.facts.Run;

/** What this run does not show. */
public record LimitsText(Run run) {

  /** One limit each, with what follows from it. */
  public List<Bilingual> limits() {
    return List.of(seed(), watched(), scope(), interval());
  }

  private Bilingual seed() {
    return Bilingual.of(
        "Ein Startwert: Jedes Modell wurde einmal trainiert, mit dem Startwert (Seed) {0}. Ein anderer"
            + " ergibt andere Gewichte und etwas andere Werte; wie weit sie streuen, zeigt dieser"
            + " Lauf nicht, aber der Befehl stoffprobe sweep.",
        "One seed: every model was trained once, with the seed {0}. Another one gives other weights"
            + " and slightly other values; how far they scatter this run does not show, but the command"
            + " stoffprobe sweep does.",
        Numbers.plainWhole(run.about().seed()));
  }

  private Bilingual watched() {
    return run.about().heldOut()
        ? new Bilingual(
            "Nach jeder Epoche wurde an zurückgehaltenen Trainingsbildern gemessen; der Testdatensatz"
                + " wurde nur vor und nach dem Training benutzt, ausgewählt wurde nichts nach ihm.",
            "After every epoch scores were taken on held-out training images; the test set was used"
                + " before and after training only, and nothing was chosen by it.")
        : new Bilingual(
            "Der Testdatensatz wurde nach jeder Epoche angesehen, aber nichts wurde nach ihm"
                + " ausgewählt: weder Epochenzahl noch Einstellungen noch der Stand, der bewertet"
                + " wird; das ist immer der nach der letzten Epoche.",
            "The test set was watched after every epoch, but nothing was chosen by it: neither the"
                + " number of epochs nor the settings nor the state that is judged, which is always"
                + " the one after the last epoch.");
  }

  private Bilingual scope() {
    return Bilingual.of(
        "Gemessen wurde an Bildern aus derselben Quelle wie im Training. Wie die Modelle mit eigenen"
            + " Aufnahmen umgehen, mit anderem Licht, Hintergrund oder Zuschnitt, ist nicht geprüft.",
        "What was measured are images from the same source as in training. How the models cope with"
            + " photographs of your own, in other light, before other backgrounds or cropped"
            + " differently, has not been examined.");
  }

  private Bilingual interval() {
    return run.metrics().comparisons().size() > 1
        ? new Bilingual(
            "Die Intervalle beschreiben den Zufall der Testbilder, nicht den des Trainings, und jedes"
                + " gilt für sich. Die Tests der Paare sind nach Holm korrigiert, damit unter vielen"
                + " kein Zufallstreffer als Nachweis gilt.",
            "The intervals describe the chance in the test images, not that in training, and each"
                + " stands for itself. The tests of the pairs are corrected after Holm, so that no"
                + " chance hit among many counts as shown.")
        : new Bilingual(
            "Die Intervalle beschreiben den Zufall der Testbilder, nicht den des Trainings.",
            "The intervals describe the chance in the test images, not that in training.");
  }
}

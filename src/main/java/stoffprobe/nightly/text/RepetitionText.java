package stoffprobe.nightly.text;

import stoffprobe.nightly.Repetition;
import stoffprobe.report.text.Bilingual;
import stoffprobe.report.text.Words;

/** Whether the machine repeats itself. */
public record RepetitionText(Repetition repetition) {

  public Bilingual statement() {
    return repetition.same()
        ? Bilingual.of(
            "Ja: {0} wurde in dieser Nacht zweimal trainiert und hat beide Male Bit für Bit dieselben"
                + " Gewichte.",
            "Yes: {0} was trained twice in this night and has the same weights bit for bit both"
                + " times.",
            Words.model(repetition.model()))
        : Bilingual.of(
            "Nein: {0} wurde in dieser Nacht zweimal trainiert, mit gleichem Code und gleichen Daten,"
                + " und hat verschiedene Gewichte.",
            "No: {0} was trained twice in this night, with the same code and data, and has different"
                + " weights.",
            Words.model(repetition.model()));
  }

  public Bilingual consequence() {
    return repetition.same()
        ? new Bilingual(
            "Eine Abweichung vom Referenzlauf wäre also nicht mit einem Rechner zu erklären, der von"
                + " Mal zu Mal anders rechnet.",
            "So a difference from the baseline could not be put down to a machine that computes"
                + " differently from one time to the next.")
        : new Bilingual(
            "Abweichungen vom Referenzlauf können also vom Rechner kommen, auch wenn sich am Code"
                + " nichts geändert hat. Übliche Gründe sind Rechenwege einer Grafikkarte ohne feste"
                + " Reihenfolge, ein anderer Treiber oder fehlerhafter Speicher.",
            "So differences from the baseline may come from the machine even if nothing in the code"
                + " has changed. Usual reasons are a graphics card's computations without a fixed"
                + " order, another driver, or faulty memory.");
  }
}

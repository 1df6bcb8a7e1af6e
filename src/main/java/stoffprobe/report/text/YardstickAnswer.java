package stoffprobe.report.text;

import java.util.List;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/**
 * What others reached on FashionMNIST: the publisher's benchmark page lists these accuracies of a
 * fully connected network, of two convolutional layers with pooling, and of people.
 */
record YardstickAnswer(Run run) {

  private static final long TEST_IMAGES = 10_000;
  private static final double FULLY_CONNECTED = 0.8833;
  private static final double LEAST_CONVOLUTIONAL = 0.876;
  private static final double MOST_CONVOLUTIONAL = 0.916;
  private static final double PEOPLE = 0.835;

  /** Whether the run is on the test set that those results are of. */
  boolean applies() {
    return new DataText(run).fashionMnist() && run.metrics().testExamples() == TEST_IMAGES;
  }

  Answer answer() {
    return new Answer(
        new Bilingual("Ist das Ergebnis überhaupt gut?", "Is the result any good at all?"),
        List.of(others(), own()));
  }

  private static Bilingual others() {
    return Bilingual.of(
        "Das zeigt nur der Vergleich mit anderen. Die Herausgeber von FashionMNIST führen für ein"
            + " voll verbundenes Netz {0} richtig eingeordnete Testbilder an, für Netze mit zwei"
            + " Faltungsschichten {1} bis {2} und für Menschen {3}.",
        "Only a comparison with others can tell. The publishers of FashionMNIST list {0} of the test"
            + " images classified correctly for a fully connected network, {1} to {2} for networks"
            + " with two convolutional layers, and {3} for people.",
        Numbers.percent(FULLY_CONNECTED, 1),
        Numbers.percent(LEAST_CONVOLUTIONAL, 1),
        Numbers.percent(MOST_CONVOLUTIONAL, 1),
        Numbers.percent(PEOPLE, 1));
  }

  private Bilingual own() {
    ModelRun best = run.ranking().get(0);
    Bilingual reached =
        Bilingual.list(
            run.ranking().stream()
                .map(
                    model ->
                        Bilingual.of(
                            "{0} {1}",
                            "{0} {1}",
                            Words.model(model.name()),
                            Numbers.percent(model.metrics().accuracy(), 1)))
                .toList());
    return Bilingual.of(
        best.metrics().accuracy() > PEOPLE
            ? "Dieser Lauf erreicht: {0}; {1} liegt damit über dem Wert für Menschen."
            : "Dieser Lauf erreicht: {0}; {1} liegt damit nicht über dem Wert für Menschen.",
        best.metrics().accuracy() > PEOPLE
            ? "This run reaches: {0}; so {1} lies above the value for people."
            : "This run reaches: {0}; so {1} does not lie above the value for people.",
        reached,
        Words.model(best.name()));
  }
}

package stoffprobe.report.text;

import java.util.List;
import java.util.Optional;
import stoffprobe.report.facts.Certainty;
import stoffprobe.report.facts.Certainty.Coverage;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** What is gained where a model leaves the images that it is unsure of to a person. */
public record HandOverText(Run run) {

  /** The share that the sentences take as an example, in percent. */
  public static final int EXAMPLE = 10;

  /** Shares that the table shows, in percent. */
  public static final List<Integer> SHARES = List.of(0, 5, 10, 15, 20, 30, 40, 50);

  private static final double GOOD = 0.95;
  private static final double VERY_GOOD = 0.99;

  /** A statement a model. */
  public List<Bilingual> statements() {
    return run.models().stream().map(this::statement).toList();
  }

  /** How much has to be handed over for an accuracy, in a table's cell. */
  public static Bilingual needed(Certainty certainty, double accuracy) {
    return certainty
        .most(accuracy)
        .map(row -> Numbers.percent(row.handedOver() / 100.0, 0))
        .orElse(new Bilingual("nicht erreicht", "not reached"));
  }

  private Bilingual statement(ModelRun model) {
    Certainty certainty = run.certainty(model);
    Coverage all = certainty.at(100);
    Coverage rest = certainty.at(100 - EXAMPLE);
    return Bilingual.of(
            "Gibt {0} die unsichersten {1} der Bilder an einen Menschen ab, dann sind von den übrigen"
                + " {2} {3} richtig (95-%-Intervall: {4}); ohne Abgabe sind es {5}.",
            "If {0} passes the least sure {1} of the images to a person, {3} of the remaining {2} are"
                + " right (95% interval: {4}); without passing any it is {5}.",
            Words.model(model.name()),
            Numbers.percent(EXAMPLE / 100.0, 0),
            Numbers.percent(1 - EXAMPLE / 100.0, 0),
            Numbers.percent(rest.accuracy(), 1),
            Numbers.percentRange(rest.interval()),
            Numbers.percent(all.accuracy(), 1))
        .then(goal(certainty, GOOD))
        .then(goal(certainty, VERY_GOOD));
  }

  private static Bilingual goal(Certainty certainty, double accuracy) {
    Bilingual goal = Numbers.percent(accuracy, 0);
    Optional<Coverage> most = certainty.most(accuracy);
    if (most.isEmpty()) {
      return Bilingual.of(
          "{0} werden nicht erreicht, wie viel es auch abgibt.",
          "{0} is not reached, however much it passes.", goal);
    }
    Coverage row = most.get();
    return row.handedOver() == 0
        ? Bilingual.of(
            "{0} erreicht es schon ohne Abgabe.", "It reaches {0} without passing any.", goal)
        : Bilingual.of(
            "Damit {0} stimmen, muss es {1} der Bilder abgeben, nämlich alle unter einer"
                + " Wahrscheinlichkeit von {2}.",
            "For {0} to be right it has to pass {1} of the images, namely all below a probability"
                + " of {2}.",
            goal,
            Numbers.percent(row.handedOver() / 100.0, 0),
            Numbers.probabilityPercent(row.threshold()));
  }
}

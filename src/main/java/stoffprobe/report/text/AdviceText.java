package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.report.facts.Comparison;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Run;

/** Which model one would use, and when: accuracy first, cost among those that are level. */
public record AdviceText(Run run) {

  /** The model that the report would use. */
  public ModelRun choice() {
    ModelRun choice = best();
    for (ModelRun rival : rivals()) {
      choice = new CostText(rival, choice).cheaper() ? rival : choice;
    }
    return choice;
  }

  /** The advice with its reason. */
  public Bilingual sentence() {
    if (run.models().size() == 1) {
      return new Bilingual(
          "Ob das viel oder wenig ist, zeigt erst der Vergleich: Fügen Sie ein zweites Modell hinzu,"
              + " wie es der Abschnitt „Spielplatz“ beschreibt.",
          "Only a comparison can show whether that is much or little: add a second model as the"
              + " section “Playground” describes.");
    }
    return rivals().isEmpty() ? clear() : level();
  }

  private ModelRun best() {
    return run.ranking().get(0);
  }

  /** The models that no test tells from the best one. */
  private List<ModelRun> rivals() {
    List<ModelRun> rivals = new ArrayList<>();
    for (ModelRun model : run.models()) {
      if (!model.name().equals(best().name()) && !decided(model.name())) {
        rivals.add(model);
      }
    }
    return rivals;
  }

  private boolean decided(String other) {
    Optional<Comparison> both =
        run.metrics().comparisons().stream()
            .filter(c -> List.of(c.a(), c.b()).containsAll(List.of(best().name(), other)))
            .findFirst();
    return both.map(Comparison::decided).orElse(false);
  }

  private Bilingual clear() {
    ModelRun second = run.ranking().get(1);
    CostText cost = new CostText(best(), second);
    Bilingual use = Bilingual.of("Zu empfehlen ist {0}.", "Use {0}.", Words.model(best().name()));
    Bilingual why =
        cost.noMore()
            ? Bilingual.of(
                "Es ist genauer und kostet nicht mehr; für {0} spricht in diesem Lauf nichts.",
                "It is more accurate and costs no more; nothing in this run speaks for {0}.",
                Words.model(second.name()))
            : Bilingual.of(
                "{0} käme nur infrage, wenn {3} so knapp ist, dass von 1.000 Bildern {1} statt {2}"
                    + " falsch eingeordnet werden dürfen.",
                "{0} is worth considering only if {3} is so short that {1} instead of {2} images in"
                    + " 1,000 may be misclassified.",
                Words.model(second.name()),
                perThousand(second),
                perThousand(best()),
                cost.saved());
    return Bilingual.paragraph(List.of(use, cost.sentence(), why));
  }

  private Bilingual level() {
    ModelRun choice = choice();
    ModelRun other = choice.name().equals(best().name()) ? rivals().get(0) : best();
    CostText cost = new CostText(choice, other);
    return Bilingual.paragraph(
        List.of(
            reason(choice, cost),
            cost.sentence(),
            new Bilingual(
                "Gewissheit bringen nur mehr Testbilder oder mehrere Trainingsläufe.",
                "Certainty takes more test images or several training runs.")));
  }

  private static Bilingual reason(ModelRun choice, CostText cost) {
    if (cost.cheaper()) {
      return Bilingual.of(
          "Zu empfehlen ist {0}: Wo die Genauigkeit nicht entscheidet, entscheidet der Aufwand,"
              + " und {0} ist {1}.",
          "Use {0}: where accuracy does not decide, cost does, and {0} is {1}.",
          Words.model(choice.name()),
          cost.smaller()
              ? new Bilingual("kleiner", "smaller")
              : new Bilingual("schneller trainiert", "faster to train"));
    }
    return Bilingual.of(
        "Weder Genauigkeit noch Aufwand sprechen für das eine oder das andere; nehmen Sie, was Ihnen"
            + " besser passt, etwa {0}.",
        "Neither accuracy nor cost speaks for one or the other; take whichever suits you, say {0}.",
        Words.model(choice.name()));
  }

  private static Bilingual perThousand(ModelRun model) {
    return Numbers.whole(Math.round((1 - model.metrics().accuracy()) * 1000));
  }
}

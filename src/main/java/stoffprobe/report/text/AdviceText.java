package stoffprobe.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.report.facts.ModelRun;
import stoffprobe.report.facts.Ranking;
import stoffprobe.report.facts.Run;

/** Which model one would use, and when: accuracy first, cost among those that are level. */
public record AdviceText(Run run) {

  /**
   * One piece of advice.
   *
   * @param model what to use
   * @param when in which case
   */
  public record Choice(Bilingual model, Bilingual when) {}

  /** The model that the report would use. */
  public ModelRun choice() {
    ModelRun choice = ranking().first();
    for (ModelRun rival : ranking().level()) {
      choice = new Savings(rival, choice).cheaper() ? rival : choice;
    }
    return choice;
  }

  /** The model to use, then the one that something else speaks for. */
  public List<Choice> choices() {
    if (run.models().size() == 1) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(Words.model(choice().name()), reason()));
    choices.add(other());
    return choices;
  }

  /** What a single model is told instead. */
  public Bilingual lonely() {
    return new Bilingual(
        "Ob das viel oder wenig ist, zeigt erst der Vergleich: Fügen Sie ein zweites Modell hinzu,"
            + " wie es der Abschnitt „Spielplatz“ beschreibt.",
        "Only a comparison can show whether that is much or little: add a second model as the"
            + " section “Playground” describes.");
  }

  private Ranking ranking() {
    return run.standings();
  }

  private Bilingual reason() {
    return ranking().level().isEmpty() ? accurate() : level();
  }

  private Bilingual accurate() {
    ModelRun best = ranking().first();
    ModelRun second = ranking().second();
    Errors errors = new Errors(best, second);
    return Bilingual.of(
        "In der Regel: Von {0} Bildern dieser Art ordnet es etwa {1} falsch ein, {2} etwa {3}.",
        "As a rule: of {0} images of this kind it misclassifies about {1}, {2} about {3}.",
        Numbers.whole(errors.of()),
        Numbers.whole(errors.fewer()),
        Words.model(second.name()),
        Numbers.whole(errors.more()));
  }

  private Bilingual level() {
    List<Bilingual> savings = new Savings(choice(), levelWithChoice()).phrases();
    if (!new Savings(choice(), levelWithChoice()).cheaper()) {
      return Bilingual.of(
          "Genauso gut können Sie {0} nehmen: Weder die Genauigkeit noch der Aufwand entscheidet.",
          "You may just as well take {0}: neither accuracy nor cost decides.",
          Words.model(levelWithChoice().name()));
    }
    return Bilingual.of(
        "Zuerst: Wo die Genauigkeit nicht entscheidet, entscheidet der Aufwand. Gegenüber {0} spart"
            + " es {1}.",
        "First: where accuracy does not decide, cost does. Against {0} it saves {1}.",
        Words.model(levelWithChoice().name()),
        Bilingual.list(savings));
  }

  /** The first, or the next of its equals if the choice fell on the first itself. */
  private ModelRun levelWithChoice() {
    return choice().name().equals(ranking().first().name())
        ? ranking().level().get(0)
        : ranking().first();
  }

  private Choice other() {
    Optional<ModelRun> thrifty =
        ranking().models().stream()
            .filter(model -> !model.name().equals(choice().name()))
            .filter(model -> !new Savings(model, choice()).phrases().isEmpty())
            .findFirst();
    return thrifty.map(this::thrifty).orElseGet(this::nothing);
  }

  private Choice thrifty(ModelRun model) {
    Bilingual savings = Bilingual.list(new Savings(model, choice()).phrases());
    Bilingual name = Words.model(model.name());
    if (!ranking().level().isEmpty()) {
      return new Choice(
          name,
          Bilingual.of(
              "Wenn es Ihnen eher auf {0} ankommt.", "If you care more about {0}.", savings));
    }
    Errors errors = new Errors(choice(), model);
    return new Choice(
        name,
        Bilingual.of(
            "Nur, wenn es auf {0} mehr ankommt als auf {1} zusätzliche Fehler je {2} Bilder.",
            "Only if you care more about {0} than about {1} additional errors in {2} images.",
            savings,
            Numbers.whole(errors.more() - errors.fewer()),
            Numbers.whole(errors.of())));
  }

  private Choice nothing() {
    boolean two = run.models().size() == 2;
    ModelRun other =
        run.models().stream().filter(m -> !m.equals(choice())).findFirst().orElseThrow();
    Bilingual name = two ? Words.model(other.name()) : new Bilingual("Die übrigen", "The others");
    return new Choice(
        name,
        ranking().level().isEmpty()
            ? new Bilingual(
                "In diesem Lauf spricht nichts dafür: weder Genauigkeit noch Größe noch Tempo.",
                "Nothing in this run speaks for it: neither accuracy nor size nor speed.")
            : new Bilingual(
                "Erst, wenn mehr Testbilder oder weitere Trainingsläufe einen Unterschied zeigen.",
                "Only once more test images or further training runs show a difference."));
  }

  /** Errors in a round number of images, as few as tell the two models apart. */
  private record Errors(ModelRun better, ModelRun worse) {

    private static final long FEWEST = 1_000;
    private static final long MOST = 1_000_000;

    long of() {
      long images = FEWEST;
      while (images < MOST && in(better, images) == in(worse, images)) {
        images *= 10;
      }
      return images;
    }

    long fewer() {
      return in(better, of());
    }

    long more() {
      return in(worse, of());
    }

    private static long in(ModelRun model, long images) {
      return Math.round((1 - model.metrics().accuracy()) * images);
    }
  }
}

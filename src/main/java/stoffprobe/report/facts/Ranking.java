package stoffprobe.report.facts;

import java.util.List;
import java.util.Optional;

/**
 * The models by accuracy, and which of them no test tells from the first. With several pairs,
 * Holm's correction decides.
 *
 * @param models the best first
 */
public record Ranking(List<ModelRun> models, List<Comparison> comparisons) {

  public Ranking {
    models = List.copyOf(models);
    comparisons = List.copyOf(comparisons);
  }

  public ModelRun first() {
    return models.get(0);
  }

  /** The one behind the first. */
  public ModelRun second() {
    return models.get(1);
  }

  /** The others that the tests don't tell from the first. */
  public List<ModelRun> level() {
    return models.stream().skip(1).filter(model -> !beaten(model)).toList();
  }

  /** Whether the first is better than {@code model}, and not by chance. */
  public boolean beaten(ModelRun model) {
    return !model.name().equals(first().name())
        && pair(first().name(), model.name()).map(Comparison::decidedAmongAll).orElse(false);
  }

  /** 1 for the first and all that are level with it, for the others their place. */
  public int rank(ModelRun model) {
    return beaten(model) ? models.indexOf(model) + 1 : 1;
  }

  /** The comparison of two models, whichever of them is its a. */
  public Optional<Comparison> pair(String one, String other) {
    return comparisons.stream()
        .filter(c -> List.of(c.a(), c.b()).containsAll(List.of(one, other)))
        .findFirst();
  }
}

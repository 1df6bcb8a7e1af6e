package stoffprobe.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The mistakes that a model was surest of: those worth a look. Of equals the lower index first. */
public final class SureMistakes {

  private SureMistakes() {}

  /**
   * The images that every model takes for the same wrong class, by the smallest of the models'
   * probabilities for it, downwards. Where all judges agree against the label, the label may be the
   * mistake; whether it is, only a person can tell.
   *
   * @param models at least one, on the same images
   * @param limit of how many images at most
   * @see <a href="https://doi.org/10.1613/jair.606">Brodley and Friedl 1999</a>, whose consensus
   *     filter asks for a mistake of every judge; that the mistake be the same is ours
   */
  public static List<Integer> shared(List<Predictions> models, int limit) {
    Predictions first = models.get(0);
    models.forEach(model -> Predictions.requireSameImages(first, model));
    return surest(
        first.count(),
        i ->
            !first.correct(i)
                && models.stream().allMatch(m -> m.prediction(i) == first.prediction(i)),
        i -> models.stream().mapToDouble(m -> m.confidence(i)).min().orElseThrow(),
        limit);
  }

  /**
   * The images of one kind of mistake, by the probability of the wrong class, downwards.
   *
   * @param limit of how many images at most
   */
  public static List<Integer> of(Predictions predictions, Confusion kind, int limit) {
    return surest(
        predictions.count(),
        i -> predictions.label(i) == kind.label() && predictions.prediction(i) == kind.predicted(),
        predictions::confidence,
        limit);
  }

  private static List<Integer> surest(
      int count, IntPredicate chosen, IntToDoubleFunction sureness, int limit) {
    return IntStream.range(0, count)
        .filter(chosen)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(sureness::applyAsDouble).reversed())
        .limit(limit)
        .collect(Collectors.toUnmodifiableList());
  }
}

package stoffprobe.evaluate;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.statistics.Holm;
import stoffprobe.statistics.PairedComparison;
import stoffprobe.statistics.Verdict;

/**
 * Two models compared.
 *
 * @param a the model that stands first in the pipeline file
 * @param b the other
 * @param holmP the comparison's p, adjusted for the number of pairs
 */
record EvaluatedPair(
    EvaluatedModel a, EvaluatedModel b, PairedComparison comparison, double holmP) {

  /** Every model with every later one. */
  static List<EvaluatedPair> all(List<EvaluatedModel> models) {
    List<EvaluatedPair> pairs = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      EvaluatedModel a = models.get(i);
      for (EvaluatedModel b : models.subList(i + 1, models.size())) {
        PairedComparison comparison = PairedComparison.of(a.predictions(), b.predictions());
        pairs.add(new EvaluatedPair(a, b, comparison, comparison.mcNemarP()));
      }
    }
    double[] holm = Holm.adjusted(pairs.stream().mapToDouble(EvaluatedPair::holmP).toArray());
    for (int i = 0; i < holm.length; i++) {
      EvaluatedPair pair = pairs.get(i);
      pairs.set(i, new EvaluatedPair(pair.a(), pair.b(), pair.comparison(), holm[i]));
    }
    return List.copyOf(pairs);
  }

  /** The better model, as far as so many comparisons tell it from chance. */
  Verdict better() {
    return comparison.better(holmP);
  }
}

package stoffprobe.evaluate;

import java.util.ArrayList;
import java.util.List;
import stoffprobe.statistics.PairedComparison;

/**
 * Two models compared.
 *
 * @param a the name of the model that stands first in the pipeline file
 * @param b the name of the other
 */
record EvaluatedPair(String a, String b, PairedComparison comparison) {

  /** Every model with every later one. */
  static List<EvaluatedPair> all(List<EvaluatedModel> models) {
    List<EvaluatedPair> pairs = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      EvaluatedModel a = models.get(i);
      for (EvaluatedModel b : models.subList(i + 1, models.size())) {
        PairedComparison comparison = PairedComparison.of(a.predictions(), b.predictions());
        pairs.add(new EvaluatedPair(a.name(), b.name(), comparison));
      }
    }
    return pairs;
  }
}

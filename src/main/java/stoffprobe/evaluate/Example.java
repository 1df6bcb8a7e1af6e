package stoffprobe.evaluate;

import java.util.List;

/**
 * A test image that is worth showing.
 *
 * @param group what it is an example of: a cell of a pair's agreement, {@code suspect} or {@code
 *     confusion}
 * @param a name of the pair's first model; empty where it is not about a pair
 * @param b name of the pair's second model; empty where it is not about a pair
 * @param position its place among the examples of the same, from 0
 * @param index among the test images
 * @param models whose answers belong to it
 */
record Example(
    String group, String a, String b, int position, int index, List<EvaluatedModel> models) {

  static final String SUSPECT = "suspect";
  static final String CONFUSION = "confusion";

  Example {
    models = List.copyOf(models);
  }
}

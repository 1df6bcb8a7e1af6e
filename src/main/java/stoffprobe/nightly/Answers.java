package stoffprobe.nightly;

import java.util.List;
import java.util.Map;

/**
 * What the models said of the test images.
 *
 * @param labels the true class of each image, in test order
 * @param predictions the predicted class of each image, by model
 */
public record Answers(List<Integer> labels, Map<String, List<Integer>> predictions) {

  public Answers {
    labels = List.copyOf(labels);
    predictions = Ordered.copy(predictions);
  }
}

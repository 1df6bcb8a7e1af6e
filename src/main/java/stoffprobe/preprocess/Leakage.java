package stoffprobe.preprocess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import stoffprobe.data.Images;
import stoffprobe.data.SameImages;
import stoffprobe.data.Split;

/**
 * Images that stand in two splits: a network that learned one by heart would be praised for it
 * later.
 */
record Leakage(List<Check> checks) {

  private static final Logger LOG = LogManager.getLogger();

  /** Two splits, and which images of {@code second} occur in {@code first}. */
  record Check(Split first, Split second, List<SameImages.Pair> pairs) {}

  Leakage {
    checks = List.copyOf(checks);
  }

  /** Holds each split against each later one. */
  static Leakage between(Map<Split, Images> splits) {
    List<Check> checks = new ArrayList<>();
    splits.forEach(
        (first, images) ->
            splits.forEach(
                (second, others) -> {
                  if (first.compareTo(second) < 0) {
                    checks.add(new Check(first, second, SameImages.shared(images, others)));
                  }
                }));
    return new Leakage(checks);
  }

  void log() {
    for (Check check : checks) {
      String pattern = "{} of the {} images occur among the {} images";
      Object[] values = {check.pairs().size(), check.second().word(), check.first().word()};
      if (check.pairs().isEmpty()) {
        LOG.info(pattern, values);
      } else {
        LOG.warn(pattern + ", see leakage.json", values);
      }
    }
  }

  /**
   * The content of {@code leakage.json}: {@code {"train_test": {"shared": 1, "images": [{"train":
   * 5, "test": 7}]}}}, indices in the arrays of this stage.
   */
  Map<String, Object> entries() {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Check check : checks) {
      List<Map<String, Integer>> images = new ArrayList<>();
      for (SameImages.Pair pair : check.pairs()) {
        Map<String, Integer> image = new LinkedHashMap<>();
        image.put(check.first().word(), pair.first());
        image.put(check.second().word(), pair.second());
        images.add(image);
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("shared", images.size());
      entry.put("images", images);
      entries.put(check.first().word() + "_" + check.second().word(), entry);
    }
    return entries;
  }
}

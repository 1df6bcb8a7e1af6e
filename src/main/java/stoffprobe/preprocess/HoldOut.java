package stoffprobe.preprocess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stoffprobe.data.Labels;
import stoffprobe.data.RandomStream;
import stoffprobe.engine.StageException;

/**
 * Which training images stay and which are held out for validation; both parts keep the order of
 * the source.
 */
record HoldOut(List<Integer> kept, List<Integer> heldOut) {

  HoldOut {
    kept = List.copyOf(kept);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Holds out the same share of each class, rounded to whole images, but never a whole class. Each
   * class has its own random stream, so that one class's images don't move another's.
   *
   * @param share above 0, at most 0.5
   * @throws StageException if that is not a single image
   */
  static HoldOut stratified(Labels labels, double share, long seed) throws StageException {
    TreeMap<Integer, List<Integer>> byClass =
        IntStream.range(0, labels.count())
            .boxed()
            .collect(Collectors.groupingBy(labels::get, TreeMap::new, Collectors.toList()));
    BitSet chosen = new BitSet();
    byClass.forEach((label, images) -> choose(images, label, share, seed, chosen));
    if (chosen.isEmpty()) {
      throw new StageException(
          "preprocess.validation "
              + share
              + " holds out not a single one of "
              + labels.count()
              + " training images. Choose a larger share, or 0 for none.");
    }
    List<Integer> kept = new ArrayList<>();
    List<Integer> heldOut = new ArrayList<>();
    for (int i = 0; i < labels.count(); i++) {
      (chosen.get(i) ? heldOut : kept).add(i);
    }
    return new HoldOut(kept, heldOut);
  }

  private static void choose(
      List<Integer> images, int label, double share, long seed, BitSet chosen) {
    long count = Math.min(Math.round(images.size() * share), images.size() - 1);
    int[] order =
        RandomStream.permutation(RandomStream.of(seed, "validation", label), images.size());
    for (int i = 0; i < count; i++) {
      chosen.set(images.get(order[i]));
    }
  }
}

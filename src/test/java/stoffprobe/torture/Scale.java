package stoffprobe.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How much is tried: everything, or what a minute allows. */
enum Scale {
  LONG,
  SHORT;

  /** All of a list, or a few by chance. */
  <T> List<T> some(List<T> all, int few, Random random) {
    if (this == LONG || all.size() <= few) {
      return List.copyOf(all);
    }
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, few));
  }

  /** What a trial is about that needs no certain stage. */
  Extent extent() {
    return this == LONG ? Extent.ALL : Extent.DATA;
  }

  int count(int whenLong, int whenShort) {
    return this == LONG ? whenLong : whenShort;
  }
}

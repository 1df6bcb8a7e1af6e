package stoffprobe.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds images that are the same byte for byte: equal hashes first, then equal bytes, both those of
 * {@link ByteBuffer}.
 */
public final class SameImages {

  private SameImages() {}

  /**
   * An image that stands in two splits.
   *
   * @param first its lowest index in the first
   * @param second its index in the second
   */
  public record Pair(int first, int second) {}

  /** How many images occurred before: three copies of one are two duplicates. */
  public static int duplicates(Images images) {
    Set<ByteBuffer> distinct = new HashSet<>();
    for (int i = 0; i < images.count(); i++) {
      distinct.add(images.view(i));
    }
    return images.count() - distinct.size();
  }

  /**
   * The images of {@code second} that occur in {@code first}, in the order of {@code second}; none
   * if the images differ in size or channels.
   */
  public static List<Pair> shared(Images first, Images second) {
    if (!first.fits(second)) {
      return List.of();
    }
    Map<ByteBuffer, Integer> known = new HashMap<>();
    for (int i = 0; i < first.count(); i++) {
      known.putIfAbsent(first.view(i), i);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < second.count(); i++) {
      Integer twin = known.get(second.view(i));
      if (twin != null) {
        pairs.add(new Pair(twin, i));
      }
    }
    return pairs;
  }
}

package stoffprobe.explore;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import stoffprobe.data.Images;

/**
 * Finds a test image's twin among the training images. These lie in strips by the coordinate in
 * which they differ most, and within a strip in the order of the second, so that few have to be
 * looked at; the other coordinates follow by how much they tell, so that most are left soon.
 */
final class Twins {

  /** The squared distance of points that correlate as the threshold says; a bit for rounding. */
  private static final float FAR = (float) (2 - 2 * NearDuplicates.THRESHOLD + 1e-4);

  private static final double REACH = Math.sqrt(FAR);

  private static final double STRIP = REACH / 3;

  /** No coordinate of a point on the unit sphere is beyond 1. */
  private static final int STRIPS = (int) Math.ceil(2 / STRIP) + 1;

  /** Coordinates that are kept together, as one line of the processor's cache. */
  private static final int FIRST = 16;

  private static final int REST = Outlines.COORDINATES - FIRST;

  private final Images train;
  private final Images test;
  private final Outlines known;
  private final Outlines asked;
  private final int[] coordinates;
  private final int[] order;

  /** Where each strip begins in the order; one more for the end. */
  private final int[] strips = new int[STRIPS + 1];

  private final float[] first;
  private final float[] rest;

  Twins(Images train, Images test) {
    this.train = train;
    this.test = test;
    this.known = Outlines.of(train);
    this.asked = Outlines.of(test);
    this.coordinates =
        IntStream.range(0, Outlines.COORDINATES)
            .boxed()
            .sorted(Comparator.comparingDouble(which -> -known.variance(which)))
            .mapToInt(Integer::intValue)
            .toArray();
    this.order =
        IntStream.range(0, train.count())
            .filter(known::shaded)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> strip(known.coordinate(i, coordinates[0])))
                    .thenComparingDouble(i -> known.coordinate(i, coordinates[1])))
            .mapToInt(Integer::intValue)
            .toArray();
    this.first = new float[order.length * FIRST];
    this.rest = new float[order.length * REST];
    for (int place = 0; place < order.length; place++) {
      strips[strip(known.coordinate(order[place], coordinates[0])) + 1] = place + 1;
      for (int i = 0; i < Outlines.COORDINATES; i++) {
        float value = known.coordinate(order[place], coordinates[i]);
        if (i < FIRST) {
          first[place * FIRST + i] = value;
        } else {
          rest[place * REST + i - FIRST] = value;
        }
      }
    }
    for (int strip = 1; strip <= STRIPS; strip++) {
      strips[strip] = Math.max(strips[strip], strips[strip - 1]); // one without an image
    }
  }

  private static int strip(double coordinate) {
    return Math.max(0, Math.min(STRIPS - 1, (int) ((coordinate + 1) / STRIP)));
  }

  /** The training image most like a test image, if it is like it at all. */
  Optional<NearDuplicates.Pair> of(int index) {
    if (!asked.shaded(index)) {
      return Optional.empty();
    }
    float[] point = new float[Outlines.COORDINATES];
    for (int i = 0; i < point.length; i++) {
      point[i] = asked.coordinate(index, coordinates[i]);
    }
    Best best = new Best(index);
    for (int strip = strip(point[0] - REACH); strip <= strip(point[0] + REACH); strip++) {
      double left = Math.max(0, strip * STRIP - 1 - point[0]);
      double gap = Math.max(left, point[0] - ((strip + 1) * STRIP - 1));
      double reach = Math.sqrt(Math.max(0, FAR - gap * gap)) + 1e-6; // a bit for rounding
      int place = from(point[1] - reach, strips[strip], strips[strip + 1]);
      for (; place < strips[strip + 1] && first[place * FIRST + 1] <= point[1] + reach; place++) {
        if (isNear(point, place)) {
          best.take(order[place]);
        }
      }
    }
    return best.pair();
  }

  /** The best of those that were compared so far. */
  private final class Best {

    private final int index;
    private final byte[] image;
    private int twin = -1;
    private double correlation = NearDuplicates.THRESHOLD;

    Best(int index) {
      this.index = index;
      this.image = test.copy(index);
    }

    void take(int other) {
      double r = asked.correlation(index, known, other, product(image, train.copy(other)));
      if (r > correlation || (r == correlation && (twin < 0 || other < twin))) {
        correlation = r;
        twin = other;
      }
    }

    Optional<NearDuplicates.Pair> pair() {
      return twin < 0
          ? Optional.empty()
          : Optional.of(new NearDuplicates.Pair(index, twin, Math.min(1, correlation)));
    }
  }

  private boolean isNear(float[] point, int place) {
    float distance = 0;
    for (int i = 0; i < FIRST; i++) {
      float difference = point[i] - first[place * FIRST + i];
      distance += difference * difference;
      if (distance > FAR) {
        return false;
      }
    }
    for (int i = 0; i < REST && distance <= FAR; i++) {
      float difference = point[FIRST + i] - rest[place * REST + i];
      distance += difference * difference;
    }
    return distance <= FAR;
  }

  private static long product(byte[] a, byte[] b) {
    long product = 0;
    for (int i = 0; i < a.length; i++) {
      product += Byte.toUnsignedLong(a[i]) * Byte.toUnsignedLong(b[i]);
    }
    return product;
  }

  /** The first place of a strip from {@code coordinate} on. */
  private int from(double coordinate, int start, int end) {
    int low = start;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first[middle * FIRST + 1] < coordinate) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

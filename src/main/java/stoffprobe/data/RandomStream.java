package stoffprobe.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers that are the same on every machine: each purpose has its own stream, so that a new
 * purpose never shifts the numbers of another.
 *
 * <p>A stream is the JDK's {@code L64X128MixRandom} (Steele and Vigna 2021, doi:10.1145/3485525),
 * seeded with the first 8 bytes, big-endian, of the SHA-256 of the UTF-8 text {@code
 * stoffprobe/1|seed|purpose|index|index...}. Everything drawn here comes from {@code nextLong()}
 * alone, the one method whose values the algorithm fixes.
 */
public final class RandomStream {

  private static final String ALGORITHM = "L64X128MixRandom";
  private static final long TWO_POW_32 = 1L << 32;

  private RandomStream() {}

  /**
   * Starts a stream.
   *
   * @param seed the pipeline's
   * @param purpose what the numbers are for, without {@code |}
   * @param indices which of several streams of that purpose: the epoch, the layer
   */
  public static RandomGenerator of(long seed, String purpose, long... indices) {
    if (purpose.indexOf('|') >= 0) {
      throw new IllegalArgumentException("purpose " + purpose);
    }
    StringBuilder text =
        new StringBuilder("stoffprobe/1|").append(seed).append('|').append(purpose);
    for (long index : indices) {
      text.append('|').append(index);
    }
    byte[] hash = Sha256.start().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return RandomGeneratorFactory.of(ALGORITHM).create(ByteBuffer.wrap(hash).getLong());
  }

  /**
   * A number of 0 to {@code bound - 1}, all equally likely: the upper half of {@code nextLong()},
   * drawn again where the remainder would favour small numbers.
   */
  public static int below(RandomGenerator random, int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound);
    }
    long fair = TWO_POW_32 - TWO_POW_32 % bound;
    long drawn;
    do {
      drawn = random.nextLong() >>> 32;
    } while (drawn >= fair);
    return (int) (drawn % bound);
  }

  /** The numbers 0 to {@code n - 1} in random order (Fisher-Yates, from the end). */
  public static int[] permutation(RandomGenerator random, int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = below(random, i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}

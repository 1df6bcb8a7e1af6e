package stoffprobe.model;

import java.util.random.RandomGenerator;

/**
 * Which values a dropout layer keeps: one byte a value, 1 to keep it and 0 to drop it.
 *
 * <p>A value is dropped with probability p = round(2^16 rate) / 2^16. Value i is decided by bit i
 * mod 64 of a word made from as many random words as p has binary digits: from the last digit to
 * the first, {@code word | random} for a one and {@code word & random} for a zero, which takes the
 * probability of a set bit from q to (1 + q) / 2 or to q / 2. So a rate of 0.25 costs two random
 * bits a value, and none costs more than 16.
 */
final class DropoutMask {

  private static final int DIGITS = 16;

  private DropoutMask() {}

  /** Fills {@code keep}. */
  static void fill(RandomGenerator random, double rate, byte[] keep) {
    int probability = (int) Math.min(Math.round(rate * (1 << DIGITS)), (1 << DIGITS) - 1);
    for (int from = 0; from < keep.length; from += Long.SIZE) {
      long dropped = word(random, probability);
      int to = Math.min(from + Long.SIZE, keep.length);
      for (int i = from; i < to; i++) {
        keep[i] = (byte) (~dropped >>> (i - from) & 1);
      }
    }
  }

  private static long word(RandomGenerator random, int probability) {
    long word = 0;
    for (int digit = Integer.numberOfTrailingZeros(probability); digit < DIGITS; digit++) {
      long bits = random.nextLong();
      word = (probability >>> digit & 1) == 1 ? word | bits : word & bits;
    }
    return word;
  }
}

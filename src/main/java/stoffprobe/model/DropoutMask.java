package stoffprobe.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private DropoutMask() {}

  /** Fills {@code keep}. */
  static void fill(RandomGenerator random, double rate, byte[] keep) {
    int probability = (int) Math.min(Math.round(rate * (1 << DIGITS)), (1 << DIGITS) - 1);
    int whole = keep.length - keep.length % Long.SIZE;
    for (int from = 0; from < whole; from += Long.SIZE) {
      long kept = ~word(random, probability);
      for (int i = 0; i < Long.SIZE; i += Byte.SIZE) {
        EIGHT_BYTES.set(keep, from + i, spread((kept >>> i) & 0xff));
      }
    }
    if (whole < keep.length) {
      long kept = ~word(random, probability);
      for (int i = whole; i < keep.length; i++) {
        keep[i] = (byte) ((kept >>> (i - whole)) & 1);
      }
    }
  }

  /**
   * Eight bits to eight bytes, the lowest bit to the lowest byte: the product puts a copy of the
   * bits into each byte, of which the mask leaves byte i bit i; adding 127 carries it to the top.
   */
  private static long spread(long bits) {
    long single = (bits * 0x0101010101010101L) & 0x8040201008040201L;
    return ((single + 0x7f7f7f7f7f7f7f7fL) >>> 7) & 0x0101010101010101L;
  }

  private static long word(RandomGenerator random, int probability) {
    long word = 0;
    for (int digit = Integer.numberOfTrailingZeros(probability); digit < DIGITS; digit++) {
      long bits = random.nextLong();
      word = ((probability >>> digit) & 1) == 1 ? word | bits : word & bits;
    }
    return word;
  }
}

package stoffprobe.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Float32 values as the shortest decimal that reads back as the same value, and among the shortest
 * the nearest. {@link Float#toString} is not always that before JDK 19 (JDK-4511638).
 */
final class ShortestDecimal {

  /** So many significant digits tell any two float32 values apart. */
  private static final int ENOUGH = 9;

  private ShortestDecimal() {}

  /**
   * The shortest decimal of {@code value}, as Python would write it: {@code 0.1}, {@code 1.0},
   * {@code 1e-10}.
   *
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  static String of(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException(value + " has no decimal");
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact.round(new MathContext(ENOUGH, RoundingMode.HALF_EVEN));
    // If so many digits do, more do too: the first number of digits that fails ends the search.
    // Most probabilities need eight, so it is short from this end.
    for (int digits = ENOUGH - 1; digits > 0; digits--) {
      Optional<BigDecimal> shorter = readingBack(exact, value, digits);
      if (shorter.isEmpty()) {
        break;
      }
      shortest = shorter.get();
    }
    return text(shortest);
  }

  /** The nearest decimal of so many digits that reads back as {@code value}, if there is one. */
  private static Optional<BigDecimal> readingBack(BigDecimal exact, float value, int digits) {
    BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
    BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
    boolean downIsNearer = exact.subtract(down).abs().compareTo(up.subtract(exact).abs()) <= 0;
    BigDecimal nearer = downIsNearer ? down : up;
    if (readsBack(nearer, value)) {
      return Optional.of(nearer);
    }
    // Float32 values lie twice as dense below a power of two as above it, so the farther of the two
    // may read back where the nearer does not.
    BigDecimal farther = downIsNearer ? up : down;
    return readsBack(farther, value) ? Optional.of(farther) : Optional.empty();
  }

  private static boolean readsBack(BigDecimal decimal, float value) {
    return Float.parseFloat(decimal.toString()) == value;
  }

  private static String text(BigDecimal decimal) {
    String text = decimal.stripTrailingZeros().toString();
    boolean whole = text.indexOf('.') < 0 && text.indexOf('E') < 0;
    return whole ? text + ".0" : text.toLowerCase(Locale.ROOT);
  }
}

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
    BigDecimal shortest = rounded(exact, ENOUGH, RoundingMode.HALF_EVEN);
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
    BigDecimal nearest = rounded(exact, digits, RoundingMode.HALF_EVEN);
    if (readsBack(nearest, value)) {
      return Optional.of(nearest);
    }
    // Float32 values lie twice as dense below a power of two as above it, so the decimal on the
    // other side may read back where the nearest does not.
    boolean above = nearest.abs().compareTo(exact.abs()) > 0;
    BigDecimal other = rounded(exact, digits, above ? RoundingMode.DOWN : RoundingMode.UP);
    return readsBack(other, value) ? Optional.of(other) : Optional.empty();
  }

  private static BigDecimal rounded(BigDecimal exact, int digits, RoundingMode mode) {
    return exact.round(new MathContext(digits, mode));
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

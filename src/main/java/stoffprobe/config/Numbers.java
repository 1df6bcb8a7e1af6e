package stoffprobe.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

/**
 * The kinds of numbers. Only the everyday notation counts: YAML's octal {@code 010}, {@code 1_000}
 * and {@code .inf} are more often a slip than meant.
 */
final class Numbers {

  /** At most 19 digits, as no value here needs more than 63 bits. */
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

  private Numbers() {}

  /** A whole number, both bounds included. */
  static Kind<Integer> whole(int min, int max) {
    return new Kind<>(
        "a whole number from " + min + " to " + max,
        min,
        scalar -> whole(scalar, min, max).map(Long::intValue));
  }

  /** A whole number from 0 to 2^63 - 1. */
  static Kind<Long> natural() {
    return new Kind<>(
        "a whole number from 0 to " + Long.MAX_VALUE,
        0L,
        scalar -> whole(scalar, 0, Long.MAX_VALUE));
  }

  /** A number, both bounds included. */
  static Kind<Double> between(double min, double max) {
    return real(
        "a number from " + plain(min) + " to " + plain(max), min, x -> x >= min && x <= max);
  }

  /** A number above 0, up to and including {@code max}. */
  static Kind<Double> positive(double max) {
    return real("a number above 0, at most " + plain(max), max, x -> x > 0 && x <= max);
  }

  /** A number from 0 to below 1. */
  static Kind<Double> share() {
    return real("a number from 0 to below 1", 0, x -> x >= 0 && x < 1);
  }

  private static Kind<Double> real(String expected, double standIn, DoublePredicate range) {
    return new Kind<>(
        expected,
        standIn,
        scalar ->
            isWritten(scalar, REAL)
                ? Optional.of(Double.parseDouble(scalar.text())).filter(range::test)
                : Optional.empty());
  }

  private static Optional<Long> whole(Node.Scalar scalar, long min, long max) {
    if (!isWritten(scalar, WHOLE)) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(scalar.text());
    boolean inRange =
        value.compareTo(BigInteger.valueOf(min)) >= 0
            && value.compareTo(BigInteger.valueOf(max)) <= 0;
    return inRange ? Optional.of(value.longValueExact()) : Optional.empty();
  }

  private static boolean isWritten(Node.Scalar scalar, Pattern pattern) {
    return !scalar.word() && pattern.matcher(scalar.text()).matches();
  }

  private static String plain(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }
}

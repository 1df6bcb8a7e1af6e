package stoffprobe.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import stoffprobe.report.facts.Interval;

/**
 * Numbers as each language writes them, whatever the machine's locale: {@code 10.000} and {@code
 * 10,000}, {@code 88,3 %} and {@code 88.3%}. Halves are rounded away from zero.
 */
public final class Numbers {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");

  private Numbers() {}

  /** {@code 60.000}, {@code 60,000}. */
  public static Bilingual whole(long value) {
    return grouped(BigDecimal.valueOf(value), 0);
  }

  /** Without grouping, for what is a name rather than an amount: a seed, a year. */
  public static Bilingual plainWhole(long value) {
    return Bilingual.same(Long.toString(value));
  }

  /** {@code 0,883}, {@code 0.883}: so many digits after the point, no more and no fewer. */
  public static Bilingual decimal(double value, int digits) {
    return Double.isFinite(value)
        ? grouped(BigDecimal.valueOf(value), digits)
        : Bilingual.same("–");
  }

  /** As many digits as the number has: {@code 0,5}, {@code 0,001}, {@code 255}. */
  public static Bilingual plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return grouped(exact, Math.max(0, exact.scale()));
  }

  /** A share of 0 to 1 in percent: {@code 88,3 %}, {@code 88.3%}. */
  public static Bilingual percent(double share, int digits) {
    return percentOf(decimal(share * 100, digits));
  }

  /** The same, with only as many digits as are not zero: {@code 10 %}, {@code 9,5 %}. */
  public static Bilingual shortPercent(double share) {
    BigDecimal tenths = BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP);
    boolean whole = tenths.stripTrailingZeros().scale() <= 0;
    return percent(share, whole ? 0 : 1);
  }

  /**
   * A probability in percent, which is not called certain because it is rounded: {@code > 99,9 %}.
   */
  public static Bilingual probabilityPercent(double probability) {
    Bilingual most = percent(0.999, 1);
    return probability < 1 && probability > 0.9995
        ? new Bilingual(">\u00a0" + most.de(), ">\u00a0" + most.en())
        : percent(probability, 1);
  }

  /** A share as percentage points without a unit: {@code 3,5}. */
  public static Bilingual points(double share) {
    return decimal(share * 100, 1);
  }

  /** {@code 87,6 bis 88,9 %}. */
  public static Bilingual percentRange(Interval interval) {
    return percentRange(interval.low(), interval.high());
  }

  /** The same of any two shares. */
  public static Bilingual percentRange(double low, double high) {
    return Bilingual.of("{0} bis {1}\u00a0%", "{0}% to {1}%", points(low), points(high));
  }

  /** {@code 2,9 bis 4,1}. */
  public static Bilingual pointRange(Interval interval) {
    return Bilingual.of(
        "{0} bis {1}", "{0} to {1}", points(interval.low()), points(interval.high()));
  }

  /** With its sign, also where it is positive: {@code +12}, {@code −3}. */
  public static Bilingual signed(long value) {
    return sign((double) value).then(whole(Math.abs(value)));
  }

  /** With its sign: {@code +0,021}. */
  public static Bilingual signed(double value, int digits) {
    Bilingual shown = decimal(Math.abs(value), digits);
    boolean zero = shown.de().chars().noneMatch(c -> c >= '1' && c <= '9');
    return sign(zero ? 0 : value).then(shown);
  }

  /** A probability to two significant digits: {@code 0,0063}, {@code 2,1 · 10⁻¹²}. */
  public static Bilingual probability(double value) {
    if (value <= 0) {
      return Bilingual.of("unter 10⁻³⁰⁰", "below 10⁻³⁰⁰");
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(2, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4) {
      return grouped(rounded, Math.max(2, 1 - exponent));
    }
    Bilingual mantissa = grouped(rounded.movePointLeft(exponent), 1);
    String power = "\u00a010⁻" + superscript(-exponent);
    return new Bilingual(mantissa.de() + "\u00a0·" + power, mantissa.en() + "\u00a0×" + power);
  }

  /** The size of a file, in steps of a thousand: {@code 512 B}, {@code 1,7 MB}. */
  public static Bilingual bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit < UNITS.size() - 1) {
      size /= 1000;
      unit++;
    }
    Bilingual number = decimal(size, unit > 0 && size < 99.95 ? 1 : 0);
    return new Bilingual(
        number.de() + "\u00a0" + UNITS.get(unit), number.en() + "\u00a0" + UNITS.get(unit));
  }

  /** How many times as much: {@code 1,8}, {@code 25}. */
  public static Bilingual factor(double value) {
    return decimal(value, value < 10 ? 1 : 0);
  }

  private static Bilingual percentOf(Bilingual number) {
    return new Bilingual(number.de() + "\u00a0%", number.en() + "%");
  }

  private static Sign sign(double value) {
    return value > 0 ? Sign.PLUS : value < 0 ? Sign.MINUS : Sign.NONE;
  }

  private static String superscript(int value) {
    StringBuilder text = new StringBuilder();
    Integer.toString(value).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
    return text.toString();
  }

  private static Bilingual grouped(BigDecimal value, int digits) {
    String pattern = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
    DecimalFormat english =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    String en = english.format(rounded).replace('-', '−');
    return new Bilingual(en.replace(',', ' ').replace('.', ',').replace(' ', '.'), en);
  }

  /** What stands before a number that shows its sign. */
  private enum Sign {
    PLUS("+"),
    MINUS("−"),
    NONE("±");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    Bilingual then(Bilingual number) {
      return new Bilingual(text + number.de(), text + number.en());
    }
  }
}

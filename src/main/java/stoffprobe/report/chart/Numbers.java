package stoffprobe.report.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a reader of one language writes them, whatever the machine's own language. */
public final class Numbers {

  private final DecimalFormatSymbols symbols;
  private final String percentSign;

  public Numbers(Language language) {
    symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setDecimalSeparator(language == Language.DE ? ',' : '.');
    symbols.setGroupingSeparator(language == Language.DE ? '.' : ',');
    symbols.setMinusSign('\u2212');
    symbols.setNaN("\u2013");
    percentSign = language.pick("\u00a0%", "%");
  }

  /** A format with exactly {@code digits} decimals. */
  public DecimalFormat format(int digits) {
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format;
  }

  /** A number with exactly {@code digits} decimals; what rounds to zero has no sign. */
  public String decimal(double value, int digits) {
    String text = format(digits).format(value);
    return text.matches("\u2212[0.,]+") ? text.substring(1) : text;
  }

  public String count(long value) {
    return format(0).format(value);
  }

  /** A share of 1 in percent, with the sign. */
  public String percent(double share, int digits) {
    return decimal(100 * share, digits) + percentSign;
  }

  /** A difference of shares in percentage points, with its sign unless it rounds to zero. */
  public String points(double difference, int digits) {
    String text = decimal(100 * difference, digits);
    return difference > 0 && !text.matches("[0.,]+") ? "+" + text : text;
  }
}

package stoffprobe.report.chart;

import java.text.Bidi;

/** A free text among others, where no element of HTML can keep its direction to itself. */
public final class Isolated {

  private Isolated() {}

  /**
   * The text as it is, or between the signs FSI and PDI if parts of it run from right to left: it
   * must not turn round the numbers and arrows that follow it.
   *
   * @see <a href="https://www.unicode.org/reports/tr9/">UAX #9, explicit directional isolates</a>
   */
  public static String of(String text) {
    char[] letters = text.toCharArray();
    return Bidi.requiresBidi(letters, 0, letters.length) ? "\u2068" + text + "\u2069" : text;
  }
}
